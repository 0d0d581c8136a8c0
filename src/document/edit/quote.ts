import { isScalar, isSeq } from 'yaml';
import type { Node } from 'yaml';
import { readTree } from '../tree';

/** Where a value stands and what the values around it look like. */
export interface Style {
  /** Inside brackets or braces. */
  readonly flow: boolean;
  readonly quotes: '"' | "'";
}

/** Whose digits need no quotes to be understood as text. */
const numeric = new Set([
  'version',
  'organization',
  'guestsPerPaidUser',
  'spacesPerGuest',
  'removals',
  'account',
  'space',
  'page',
]);

/** Whose values are no text, even in digits. */
const noText = new Set(['version', 'guestsPerPaidUser', 'spacesPerGuest', 'tree']);

/** By the name that yaml has for a form of text. */
const quotesBy: Readonly<Record<string, Style['quotes']>> = {
  QUOTE_DOUBLE: '"',
  QUOTE_SINGLE: "'",
};

/** UTF-16 code units in which the first quotes of a file are sought. */
const sample = 65_536;

/** The quotes that the file uses. */
export function quotesOf(text: string): Style['quotes'] {
  return /[:,[{-][ \t]*(["'])/.exec(text.slice(0, sample))?.[1] === "'" ? "'" : '"';
}

/** The quotes with which something written begins. */
export function quotesBegun(written: string): Style['quotes'] | undefined {
  const [first] = written;
  return first === '"' || first === "'" ? first : undefined;
}

/** The value of a key, in quotes when YAML would take it for something else than is meant. */
export function quoteValue(key: string, value: string, style: Style): string {
  const isMeant =
    key === 'tree' ? /^(true|false)$/.test(value) : numeric.has(key) && /^\d+$/.test(value);
  return isMeant ? value : quote(value, style);
}

/** The same in the place of another value, whose quotes stay unless the new one must be no text. */
export function requote(node: Node | undefined, key: string, value: string, style: Style): string {
  const quotes = isScalar(node) ? quotesBy[node.type ?? ''] : undefined;
  return quotes === undefined || noText.has(key)
    ? quoteValue(key, value, style)
    : enclose(value, quotes);
}

/** A name that stands before a colon; whatever it is, YAML takes it for text. */
export function quoteKey(name: string, style: Style): string {
  return /^\d+$/.test(name) ? name : quote(name, style);
}

/** Text as YAML reads it back, in quotes when it must be. */
export function quote(text: string, { flow, quotes }: Style): string {
  return isPlain(text, flow) ? text : enclose(text, quotes);
}

/** Text in quotes, which are double ones where only they can hold it. */
export function enclose(text: string, quotes: Style['quotes']): string {
  return quotes === "'" && !/\p{Cc}|[\u2028\u2029\uFEFF]|\p{Cs}/u.test(text)
    ? `'${text.replaceAll("'", "''")}'`
    : JSON.stringify(text).replace(
        /[\u007f-\u009f\u2028\u2029\uFEFF]/g,
        (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
}

/** Whether YAML reads the bare text as just this text. */
function isPlain(text: string, flow: boolean): boolean {
  if (text === '' || /[\r\n\u0085\u2028\u2029\uFEFF]/.test(text)) return false;
  const { root, problems, bound } = readTree(flow ? `- [${text}]` : `- ${text}`);
  if (problems.length > 0 || bound) return false;
  const item = only(root);
  const node = flow ? only(item) : item;
  return isScalar(node) && node.value === text && node.tag === undefined;
}

function only(node: unknown): Node | undefined {
  return isSeq(node) && node.items.length === 1 ? (node.items[0] as Node) : undefined;
}
