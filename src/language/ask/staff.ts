import { addressKey } from '../../document/address';
import { entriesOf } from '../../document/entries';
import type { Document, Principal } from '../../document/model';
import { once } from '../../document/once';
import { principalsOn, readPrincipal } from '../../document/principal';
import { sentence, type Sentence } from '../../document/sentence';
import { foundIn } from '../../sync/look';
import { byUse } from '../byUse';
import type { Known } from '../known';
import type { Answers } from './answers';
import { chooseOrWrite } from './choose';
import { writtenAs } from './lists';
import { verbatim, type Choice, type Step } from './question';
import { headingOf } from './site';

/** Which staff keep a page that becomes restricted; a page is never left with guests alone. */
export function askStaff(known: Known): readonly Step<Answers>[] {
  const { document } = known;
  return chooseOrWrite(
    'staff',
    once(() => ({
      prompt: sentence('Which staff keep access to the page? It may become restricted'),
      choices: staffChoices(known),
      other: sentence('Another group or person…'),
      line: {
        prompt: sentence('A group of staff, or the address of somebody on the staff'),
        placeHolder: sentence('group:docs-team or user:lee@acme.com'),
        refuse: (text) => refuseStaff(text, document),
      },
    })),
  );
}

/** A principal as lists write it; the name of a group and a plain address need no word before them. */
export function readStaff(text: string): string {
  if (/^[a-z]+:/i.test(text)) return text;
  return text.includes('@') ? `user:${text}` : `group:${text}`;
}

function refuseStaff(text: string, document: Document): Sentence | undefined {
  const { principal } = readPrincipal(readStaff(text), { start: 0, end: 0 });
  if (principal?.kind === 'group') return undefined;
  if (principal?.kind !== 'user')
    return sentence('Write the name of a group, or the address of somebody on the staff.');
  return entriesOf(principal.user, document).length === 0
    ? undefined
    : sentence('{email} is a guest and not staff.', { email: principal.user });
}

/** Who keeps other pages of the file, most often named first, then the groups of the site. */
function staffChoices({ document, lists }: Known): readonly Choice[] {
  const used = byUse(staffIn(document).map(writtenAs));
  const isUsed = new Set(used);
  const heading = headingOf(lists);
  return [
    ...used.map((who) => ({ value: who, label: verbatim(who), group: sentence('In the file') })),
    ...foundIn(lists?.groups)
      .map(({ name }) => `group:${name}`)
      .filter((who) => !isUsed.has(who))
      .map((who) => ({
        value: who,
        label: verbatim(who),
        ...heading,
      })),
  ];
}

function staffIn({ pages = [], ...rest }: Document): readonly Principal[] {
  const guests = new Set(rest.guests?.map(({ email }) => addressKey(email)));
  return pages
    .flatMap(principalsOn)
    .filter(
      (principal) =>
        principal.kind === 'group' ||
        (principal.kind === 'user' && !guests.has(addressKey(principal.user))),
    );
}
