import { removeField } from '../../document/edit/field';
import type { ValueAt } from '../../document/edit/value';
import { valueAt, wordsOf, writeText } from '../../document/edit/value';
import { nearest } from '../../document/nearest';
import { sentence } from '../../document/sentence';
import type { Asked, Fix } from './fix';
import { fix } from './fix';

const choices: Readonly<Record<string, readonly string[]>> = {
  access: ['granted', 'revoked'],
  manage: ['strict', 'additive'],
  ancestors: ['grant'],
  version: ['1'],
};

/** The nearest of the values that a key may have, and what was meant by other forms. */
export function invalidValue(asked: Asked): readonly Fix[] {
  const { text, problem, known } = asked;
  const at = valueAt(text, problem.span.start);
  const written = wordsOf(at?.node)?.trim();
  if (!at || written === undefined) return [];
  if (at.key === 'space') return spaces(asked, written, [...known.document.spaces.keys()]);
  const meant = readValue(at.key, written);
  // Not every address of a member of staff is at a domain of staff alone, nor are subdomains the domain.
  if (meant !== undefined && meant !== written)
    return [change(asked, meant, !/\S@|\*/.test(written), true)];
  const fitting = Object.hasOwn(choices, at.key) ? (choices[at.key] ?? []) : [];
  const near = isYes(written) && at.key === 'ancestors' ? 'grant' : nearest(written, fitting);
  const changes = fitting.map((choice) =>
    change(asked, choice, isLike(choice, written), choice === near),
  );
  return at.key === 'ancestors' ? [...changes, leaveOut(asked, at, isNo(written))] : changes;
}

/** What a key says that has but one value, it does not say where it is absent. */
function leaveOut({ text }: Asked, { key, keySpan }: ValueAt, preferred: boolean): Fix {
  const edits = keySpan ? removeField(text, keySpan) : [];
  return fix(sentence('Remove `{key}`', { key }), edits, { preferred });
}

function spaces(asked: Asked, written: string, owned: readonly string[]): readonly Fix[] {
  const near = nearest(written, owned);
  return owned.map((key) => change(asked, key, isLike(key, written), key === near));
}

/** What was meant by a value that is written too long or in another form. */
function readValue(key: string, written: string): string | undefined {
  switch (key) {
    case 'internalDomains':
      return /^(?:https?:\/\/|\S*@|\*?\.)?((?:[\w-]+\.)+[\w-]+)\/?$/.exec(written)?.[1];
    case 'organization':
      return /\/o\/([A-Za-z0-9-]+)/.exec(written)?.[1];
    case 'account':
      return /\/people\/([A-Za-z0-9:_-]+)/.exec(written)?.[1];
    case 'removals': {
      const [, share] = /^(\d{1,2}(?:\.\d+)?|100)\s*(?:%|percent|per cent)$/i.exec(written) ?? [];
      return share === undefined ? undefined : `${share}%`;
    }
    default:
      return undefined;
  }
}

function isLike(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function change({ text, problem }: Asked, to: string, safe: boolean, preferred = safe): Fix {
  return fix(sentence('Change to `{to}`', { to }), writeText(text, problem.span, to), {
    preferred,
    safe,
  });
}

export function isYes(written: string): boolean {
  return /^(?:yes|y|on|true|1)$/i.test(written);
}

export function isNo(written: string): boolean {
  return /^(?:no|n|off|false|0|none|never|deny|denied)$/i.test(written);
}
