import { isSameSite, readPageAddress } from '../../document/pageAddress';
import { sentence, type Sentence } from '../../document/sentence';
import type { Known } from '../known';
import type { ReadPage } from './page';
import { verbatim, type Choice } from './question';

/** What the clipboard adds to the question for a page. */
interface Copied {
  /** The page whose address it holds, if that can be chosen. */
  readonly choice?: Choice;
  readonly id?: string;
  /** The question, when it holds an address that cannot be chosen. */
  readonly prompt?: Sentence;
}

/** Looks for the address of a page: digits alone may be anything. `refuse` tells why a page cannot be chosen. */
export function lookAtCopied(
  clipboard: string,
  spaces: readonly string[],
  refuse: (text: string) => Sentence | undefined,
  read: ReadPage,
  known: Known,
): Copied {
  const copied = addressIn(clipboard);
  if (copied === undefined) return {};
  const address = readPageAddress(copied);
  const result = read(copied);
  if ('refused' in address || result.refused || refuse(copied)) {
    const prompt = refusal(copied, address, spaces, known);
    return prompt ? { prompt } : {};
  }
  const { id, title = address.title ?? id } = result.page;
  const choice = {
    value: copied,
    label: verbatim(title),
    description: verbatim(copied),
    group: sentence('On the clipboard'),
  };
  return { choice, id };
}

/** Longer than any address of a page with its title before it. */
const maxCopied = 2_000;

/** An address alone, in brackets, or behind a title on the same line, as programs copy links. */
function addressIn(clipboard: string): string | undefined {
  const text = clipboard.trim();
  if (text.length > maxCopied || text.includes('\n')) return undefined;
  const { address } =
    /<(?<address>https?:[^<>\s]+)>$/i.exec(text)?.groups ??
    /\]\((?<address>https?:\S+)\)$/i.exec(text)?.groups ??
    /(?:^|\s)(?<address>https?:\S+)$/i.exec(text)?.groups ??
    {};
  return address !== undefined && URL.canParse(address) ? address : undefined;
}

function refusal(
  copied: string,
  address: ReturnType<typeof readPageAddress>,
  spaces: readonly string[],
  { document: { site, spaces: owned } }: Known,
): Sentence | undefined {
  const { origin, host, pathname } = new URL(copied);
  if (!site || !isSameSite(origin, site.origin))
    return site && 'id' in address
      ? sentence('Which page do you want to share? The one on the clipboard is on {other}', {
          other: host,
        })
      : undefined;
  if ('refused' in address)
    return pathname.startsWith('/wiki/x/')
      ? sentence(
          'Which page do you want to share? The clipboard has a short link, which does not name its page: open it and copy the full address',
        )
      : sentence(
          'Which page do you want to share? The address on the clipboard is not one of a page that can be shared',
        );
  const { spaceKey: space } = address;
  if (space === undefined) return undefined;
  if (!owned.has(space))
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
