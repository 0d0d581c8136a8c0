import type { Node } from 'yaml';
import { addressKey } from './address';
import type { SectionName } from './cut';
import type { GuestEntry } from './guest';
import { readGuest } from './guest';
import type { OwnedSpace, Problem, Span, Team } from './model';
import type { Field } from './node';
import { fieldsOf, itemsOf, locate, valueOf } from './node';
import type { PageEntry } from './page';
import { readPage } from './page';
import type { Reading } from './slot';
import { readSpace } from './space';
import { readTeam } from './team';

export interface EntryOf {
  readonly spaces: OwnedSpace;
  readonly teams: Team;
  readonly guests: GuestEntry;
  readonly pages: PageEntry;
}

/** One entry of a section as far as it can be understood without the rest of the file. */
export interface Part<Entry> {
  /** By which the rest of the file may refer to it. */
  readonly name: string;
  /** Of an entry that has a key. */
  readonly keySpan: Span | undefined;
  /** `undefined` when it has errors. */
  readonly entry: Entry | undefined;
  readonly problems: readonly Problem[];
}

/** Reads the entries of a section from its list or mapping. */
export const readParts: {
  readonly [Name in SectionName]: (node: Node, text: string) => readonly Part<EntryOf[Name]>[];
} = {
  spaces: (node, text) => fieldsOf(node).map((field) => readField(field, text, readSpace)),
  teams: (node, text) => fieldsOf(node).map((field) => readField(field, text, readTeam)),
  guests: (node, text) => itemsOf(node).map((item) => readItem(item, text, readGuest, 'email')),
  pages: (node, text) => itemsOf(node).map((item) => readItem(item, text, readPage, 'page')),
};

function readField<Entry>(
  field: Field,
  text: string,
  read: (field: Field, reading: Reading) => Entry | undefined,
): Part<Entry> {
  const problems: Problem[] = [];
  const entry = read(field, { text, problems });
  return { name: field.name, keySpan: field.keySpan, entry, problems };
}

function readItem<Entry>(
  node: Node | undefined,
  text: string,
  read: (node: Node | undefined, reading: Reading) => Entry | undefined,
  key: 'email' | 'page',
): Part<Entry> {
  const problems: Problem[] = [];
  const entry = read(node, { text, problems });
  const value = valueOf(locate(node, [key]).node);
  const name = typeof value === 'string' ? value : '';
  return { name: key === 'email' ? addressKey(name) : name, keySpan: undefined, entry, problems };
}
