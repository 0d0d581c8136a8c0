import { readPageAddress, type PageAddress } from '../../document/pageAddress';
import { sentence, type Sentence } from '../../document/sentence';
import type { Known } from '../known';
import type { ReadPage } from './page';
import { verbatim, type Choice } from './question';

/** Longer than any address of a page. */
const maxAddress = 2_000;

/** Only an address is understood: digits alone may be anything. */
function addressIn(copied: string): PageAddress | undefined {
  if (copied.length > maxAddress || !/^https?:\/\//i.test(copied)) return undefined;
  const address = readPageAddress(copied);
  return 'refused' in address ? undefined : address;
}

/** The page whose address is on the clipboard, if it can be chosen. */
export function copiedPage(
  copied: string,
  refuse: (text: string) => Sentence | undefined,
  read: ReadPage,
): readonly Choice[] {
  const address = addressIn(copied);
  const result = address && read(copied);
  if (!result || result.refused || refuse(copied)) return [];
  const { id, title = address.title ?? id } = result.page;
  return [
    {
      value: copied,
      label: verbatim(title),
      description: verbatim(copied),
      group: sentence('On the clipboard'),
    },
  ];
}

/** The question for a page when one of the site is on the clipboard that is not offered. */
export function copiedElsewhere(
  copied: string,
  spaces: readonly string[],
  { document }: Known,
): Sentence | undefined {
  const { origin, spaceKey: space } = addressIn(copied) ?? {};
  if (origin === undefined || origin !== document.site?.origin || space === undefined)
    return undefined;
  if (!document.spaces.has(space))
    return sentence(
      'Which page do you want to share? The one on the clipboard is in the space {space}, which the file does not own',
      { space },
    );
  return spaces.length === 0 || spaces.includes(space)
    ? undefined
    : sentence(
        'Which page do you want to share? The one on the clipboard is in the space {space}, which the guest does not have',
        { space },
      );
}
