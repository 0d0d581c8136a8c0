import { domainOf } from '../../document/address';
import { entriesOf } from '../../document/entries';
import type { Guest } from '../../document/model';
import { once } from '../../document/once';
import * as schema from '../../document/schema';
import { sentence, type Sentence } from '../../document/sentence';
import { isGranted } from '../../sync/desired';
import { foundIn } from '../../sync/look';
import type { Known } from '../known';
import type { Answers } from './answers';
import { chooseOrWrite } from './choose';
import { verbatim, type Choice, type Step } from './question';
import { headingOf } from './site';

/** UTF-16 code units of an address and a name; in longer texts the search takes long. */
const maxLength = 512;

/** Somebody as mail programs and people write them: `ana@partner.example`, `Ana Díaz <ana@partner.example>`. */
export function readPerson(text: string): {
  readonly email: string;
  readonly name: string | undefined;
} {
  const isShort = text.length <= maxLength;
  const [written, ...others] = isShort ? addressesIn(text) : [];
  if (written === undefined || others.length > 0) return { email: text.trim(), name: undefined };
  const name = text
    .replace(written, ' ')
    .replace(/[<>()[\]]|[,;.\s]+$/g, '')
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2');
  return {
    email: written.replace(/^'?(?:mailto:)?|(?:\?.*|['.:]+)$/gi, ''),
    name: name === '' ? undefined : name,
  };
}

function addressesIn(text: string): readonly string[] {
  return text.match(/[^\s<>()[\]",;]+@[^\s<>()[\]",;]+/g) ?? [];
}

/** Why this address cannot become a guest of the file, in a space if that is known. */
export function refuseAddress(
  text: string,
  { document, today }: Pick<Known, 'document' | 'today'>,
  space: string | undefined,
): Sentence | undefined {
  const { email } = readPerson(text);
  if (!schema.guest.shape.email.safeParse(email).success)
    return sentence('Write the whole email address, such as ana@partner.example.');
  const domain = domainOf(email);
  if (document.internalDomains.includes(domain))
    return sentence('{email} is staff, for {domain} is among the internal domains.', {
      email,
      domain,
    });
  const entries = entriesOf(email, document);
  const same = entries.find((guest) => guest.space === space);
  const isFull = entries.length >= document.limits.spacesPerGuest;
  const entry = same ?? (isFull ? entries[0] : undefined);
  return entry && refuseAgain(email, entry, today);
}

function refuseAgain(email: string, entry: Guest, today: string): Sentence {
  const { space, access, expires = '' } = entry;
  if (access === 'revoked')
    return sentence('{email} is in the file already, as revoked: change that entry instead.', {
      email,
    });
  return isGranted(entry, today)
    ? sentence('{email} is in the file already, for the space {space}.', { email, space })
    : sentence(
        '{email} is in the file already, and the access ended on {day}: write a later day there instead.',
        { email, day: expires },
      );
}

/** Who the new guest is, among the site's guests that the file does not have, if those are known. */
export function askAddress(
  known: Known,
  spaceAfter: (answers: Answers) => string | undefined,
): readonly Step<Answers>[] {
  const choices = once(() => strangers(known));
  return chooseOrWrite('address', (answers) => ({
    prompt: sentence('Whom do you want to add?'),
    choices: choices(),
    other: sentence('Another address…'),
    line: {
      prompt: sentence('The email address of the guest'),
      placeHolder: sentence('ana@partner.example, or Ana Díaz <ana@partner.example>'),
      refuse: (text) => refuseAddress(text, known, spaceAfter(answers)),
    },
  }));
}

function strangers({ lists, document }: Known): readonly Choice[] {
  const heading = headingOf(lists);
  return foundIn(lists?.guests).flatMap(({ email, name }) =>
    email === undefined || entriesOf(email, document).length > 0
      ? []
      : {
          value: `${name.replace(/[<>]/g, '')} <${email}>`,
          label: verbatim(name),
          description: verbatim(email),
          ...heading,
        },
  );
}
