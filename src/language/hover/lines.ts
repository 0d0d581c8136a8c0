import { sentence, type Sentence } from '../../document/sentence';
import { verbatim } from '../ask/question';

/** One line of a hover. Names in it come from the file and the site, so it is text and never markup. */
export type Line =
  | { readonly kind: 'heading'; readonly words: Sentence }
  | { readonly kind: 'text'; readonly words: Sentence }
  | { readonly kind: 'fact'; readonly label: Sentence; readonly words: readonly Sentence[] }
  /** YAML as it is written in the file. */
  | { readonly kind: 'example'; readonly text: string }
  /** When the site said what stands above it, ISO 8601. */
  | { readonly kind: 'read'; readonly at: string };

export function heading(name: string): Line {
  return { kind: 'heading', words: verbatim(name) };
}

export function text(words: Sentence): Line {
  return { kind: 'text', words };
}

/** Names are said as they are, in every language. */
export type Words = Sentence | string;

/** No line when there are no words for it. */
export function fact(label: Sentence, ...words: readonly (Words | undefined)[]): readonly Line[] {
  const said = words
    .filter((word) => word !== undefined)
    .map((word) => (typeof word === 'string' ? verbatim(word) : word));
  return said.length > 0 ? [{ kind: 'fact', label, words: said }] : [];
}

/** More names in one line than anybody reads. */
const most = 8;

/** The first of many, and how many more there are; `none` when there is none. */
export function several(words: readonly Words[], none?: Sentence): readonly Words[] {
  if (words.length === 0) return none ? [none] : [];
  if (words.length <= most) return words;
  return [
    ...words.slice(0, most - 1),
    sentence('{count} more', { count: words.length - most + 1 }),
  ];
}

/** What is said where nobody has asked the site. */
export const notRead = text(
  sentence('The site was not read: preview the sync to compare the file with it.'),
);

/** What is said where the file has changed since. */
export const changedSince = text(
  sentence('This was changed after the site was read: preview the sync to compare it.'),
);

export function readAt({ readAt: at }: { readonly readAt: string }): Line {
  return { kind: 'read', at };
}
