import type { TextEdit } from '../../../../src/document/edit';
import { addGuest, addPage } from '../../../../src/document/edit/entry';
import { removeField, setField } from '../../../../src/document/edit/field';
import { addToList, removeItem } from '../../../../src/document/edit/list';
import { removeEntry } from '../../../../src/document/edit/remove';
import { sortGuests } from '../../../../src/document/edit/sort';
import { addSpace } from '../../../../src/document/edit/space';
import { addTeam } from '../../../../src/document/edit/team';
import { fieldsOf, itemsOf, spanOf } from '../../../../src/document/node';
import { parse } from '../../../../src/document/parse';
import { readTree } from '../../../../src/document/tree';
import type { Random } from '../../../fuzz/random';
import { today } from '../../../support/samples';

export type Data = Record<string, unknown>;

/** An edit of a text, and what it does to the file as plain data. */
export interface Case {
  readonly name: string;
  readonly edits: readonly TextEdit[];
  readonly change: (file: Data) => void;
}

/** What YAML would take for something else if it were not in quotes, and what it would not. */
const values = [
  'DOCS',
  'a: b',
  '- x',
  'true',
  '12',
  '',
  ' a',
  "it's",
  '"q"',
  'a, b]',
  'é # x',
  '*',
];
const keys = ['space', 'role', 'reason', 'title', 'name'];

/** Every edit that there is, at some place of the text where it can be made. */
export function casesIn(text: string, random: Random): readonly Case[] {
  const value = random.oneOf(values);
  return [
    ...additions(text, random, value),
    ...inEntry(text, 'guests', random, value),
    ...inEntry(text, 'pages', random, value),
  ];
}

function additions(text: string, random: Random, value: string): readonly Case[] {
  const guest = { email: 'eve@partner.example', space: 'DOCS', reason: value };
  const page = { page: '77', title: value, view: ['group:a b', value] };
  const team = ['eve@partner.example', value];
  return [
    {
      name: 'add a guest',
      edits: addGuest(text, guest),
      change: (file) => (file['guests'] = [...listAt(file, 'guests'), guest]),
    },
    {
      name: 'add a page',
      edits: addPage(text, page),
      change: (file) => (file['pages'] = [...listAt(file, 'pages'), page]),
    },
    {
      name: 'add a team',
      edits: addTeam(text, `t ${value}`, team),
      change: (file) => (file['teams'] = { ...mappingAt(file, 'teams'), [`t ${value}`]: team }),
    },
    {
      name: 'add a space',
      edits: addSpace(text, 'NEW', 'strict'),
      change: (file) =>
        (file['spaces'] = { ...mappingAt(file, 'spaces'), NEW: { manage: 'strict' } }),
    },
    {
      name: 'sort the guests',
      // What headings part stays so, which the data do not tell.
      edits: /#.*\r?\n[ \t]*\r?\n/.test(text)
        ? []
        : sortGuests(text, random.chance(50) ? parse(text, today) : undefined),
      change: (file) => (file['guests'] = listAt(file, 'guests').toSorted(byAddress)),
    },
  ];
}

function inEntry(
  text: string,
  section: 'guests' | 'pages',
  random: Random,
  value: string,
): readonly Case[] {
  const entries = fieldsOf(readTree(text).root).find(({ name }) => name === section)?.node;
  const index = random.below(itemsOf(entries).length);
  const entry = itemsOf(entries)[index];
  const fields = fieldsOf(entry);
  const field = fields[random.below(fields.length)];
  if (!entry || !field) return [];
  const key = random.oneOf(keys);
  const entryIn = (file: Data) => listAt(file, section)[index] as Data;
  const isRepeated = fields.filter(({ name }) => name === field.name).length > 1;
  const removal: Case = {
    name: `remove ${field.name}`,
    edits: isRepeated ? [] : removeField(text, field.keySpan),
    change: (file) => Reflect.deleteProperty(entryIn(file), field.name),
  };
  const list = random.oneOf(['view', 'edit'] as const);
  const items = itemsOf(fields.find(({ name }) => name === list)?.node);
  const place = random.below(items.length);
  const item = items[place];
  return [
    {
      name: `set ${key}`,
      edits: setField(text, spanOf(entry), key, value),
      change: (file) => (entryIn(file)[key] = value),
    },
    removal,
    {
      name: 'remove an entry',
      edits: removeEntry(text, spanOf(entry)),
      change: (file) => listAt(file, section).splice(index, 1),
    },
    {
      name: `add to ${list}`,
      edits: section === 'pages' ? addToList(text, spanOf(entry), list, value) : [],
      change: (file) => (entryIn(file)[list] = [...listAt(entryIn(file), list), value]),
    },
    {
      name: `remove from ${list}`,
      edits: item ? removeItem(text, spanOf(item)) : [],
      change: (file) => listAt(entryIn(file), list).splice(place, 1),
    },
  ];
}

function listAt(data: Data, key: string): unknown[] {
  return (data[key] ?? []) as unknown[];
}

function mappingAt(data: Data, key: string): Data {
  return (data[key] ?? {}) as Data;
}

function byAddress(one: unknown, other: unknown): number {
  const [a, b] = [one, other].map((guest) => String((guest as Data)['email']).toLowerCase());
  return a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1;
}
