import { wordsAt, writeText } from '../../document/edit/value';
import { partsOf } from '../../document/principal';
import { team } from '../../document/schema';
import { sentence } from '../../document/sentence';
import type { Asked, Fix } from './fix';
import { fix } from './fix';
import { splitListed } from './listed';

export function invalidEmail({ text, problem: { span } }: Asked): readonly Fix[] {
  const written = wordsAt(text, span);
  if (written === undefined) return [];
  const email = readEmail(written);
  const parts = partsOf(written);
  if (parts.length > 1 && team.safeParse(parts).success) return [splitListed(text, span, parts)];
  if (email === undefined) return [];
  return [
    fix(sentence('Change to `{email}`', { email }), writeText(text, span, email), {
      preferred: true,
      safe: true,
    }),
  ];
}

/** UTF-16 code units of an address and a name; in longer texts the search takes long. */
const maxLength = 512;

/** The one address in what was copied with a name, brackets or a sentence's end; `undefined` without one. */
export function readEmail(written: string): string | undefined {
  if (written.length > maxLength) return undefined;
  const found = /<([^<>]+)>/.exec(written)?.[1] ?? written;
  const email = found
    .replace(/^\s*mailto:/i, '')
    .replace(/\?.*$/s, '')
    .replace(/\s*(?:@|＠|\(at\)|\[at\])\s*/gi, '@')
    .replace(/^[\s"'(]+|[\s"'),.;:]+$/g, '');
  const isOne = (email.match(/@/g) ?? []).length === 1 && /\.[\p{L}\d-]{2,}$/u.test(email);
  return isOne && email !== written && team.safeParse([email]).success ? email : undefined;
}
