import assert from 'node:assert/strict';
import type { Reading } from '../../../src/access/reading';
import { addressKey } from '../../../src/document/address';
import type { Document } from '../../../src/document/model';
import { parse } from '../../../src/document/parse';
import { emptyMemory } from '../../../src/sync/journal';
import { indexUsers, type Live, type LiveSpace } from '../../../src/sync/live';
import type { Looked, Page, Person, Restriction, SpaceAccess } from '../../../src/sync/model';
import { makePlan } from '../../../src/sync/plan';

export const today = '2026-06-01';

/** The text of a file, given without its first lines. */
export function textOf(body: string): string {
  return `version: 1\nsite: https://acme.atlassian.net\nspaces: { DOCS: { manage: strict }, LAB: {} }\n${body}`;
}

/** The document of a file, given without its first lines. */
export function file(body: string): Document {
  const { document } = parse(textOf(body), today);
  assert.ok(document.site);
  return document;
}

/** What the site says, by address; accounts are called after the address. */
export interface Site {
  /** Kind and state, such as `guest active` or `guest waiting`. */
  readonly people?: Readonly<Record<string, `${Person['kind']} ${Person['state']}`>>;
  /** Per space, `viewer` or `contributor` by address. */
  readonly spaces?: Readonly<Record<string, Readonly<Record<string, 'viewer' | 'contributor'>>>>;
  /** Per page, who is on its view restriction; an empty list is an open page. */
  readonly pages?: Readonly<Record<string, readonly string[]>>;
  /** Per page, who is on its edit restriction. */
  readonly editors?: Readonly<Record<string, readonly string[]>>;
  /** Per page, the pages above it, top-most first. */
  readonly above?: Readonly<Record<string, readonly string[]>>;
  /** The home page of every space. */
  readonly home?: string;
  /** `false`: there is no organization admin key, so whom Confluence does not show cannot be looked up. */
  readonly organization?: false;
  /** Everybody hides the address. */
  readonly hidden?: true;
}

/** A reading of the site for a file, with its real plan. */
export function read(document: Document, site: Site = {}): Reading {
  const live = liveOf(document, site);
  return { document, live, plan: makePlan(document, live, emptyMemory, today), outcomes: [] };
}

function liveOf(document: Document, site: Site): Live {
  const { people = {}, spaces = {}, pages = {}, home, organization = true, hidden } = site;
  const known = new Map([
    ['lee', lee],
    ...Object.entries(people).map((person) => personOf(person, hidden)),
  ]);
  return {
    readAt: '2026-06-01T10:00:00.000Z',
    origin: 'https://acme.atlassian.net',
    caller: { accountId: 'lee', name: 'Lee' },
    mode: 'permissions',
    roles: { state: 'found', value: [] },
    spaces: new Map(
      [...document.spaces.keys()].map((key) => [
        key,
        found<LiveSpace>({
          id: key,
          key,
          name: `Space ${key}`,
          homepageId: home,
          access: found(indexUsers(accessOf(spaces[key] ?? {}))),
        }),
      ]),
    ),
    people: known,
    peopleUnread: undefined,
    addresses: new Map(
      (document.guests ?? []).map(({ email }) => {
        const key = addressKey(email);
        if (known.has(key) && !hidden) return [key, found(key)];
        return [key, organization ? { state: 'missing' } : { state: 'unread', why: 'no key' }];
      }),
    ),
    groups: new Map([['staff', found({ id: 'g1', name: 'staff' })]]),
    pages: new Map(Object.keys(pages).map((id) => [id, found(pageOf(id, site))])),
    below: new Map(),
    organization,
  };
}

const lee: Person = {
  accountId: 'lee',
  email: 'lee@acme.com',
  name: 'Lee',
  kind: 'user',
  state: 'active',
};

function personOf([email, words]: [string, string], hidden = false): [string, Person] {
  const [kind, state] = words.split(' ') as [Person['kind'], Person['state']];
  const shown = hidden ? undefined : email;
  return [email, { accountId: email, email: shown, name: `Name of ${email}`, kind, state }];
}

function accessOf(users: Readonly<Record<string, 'viewer' | 'contributor'>>): SpaceAccess[] {
  const pairs = {
    viewer: ['read/space'],
    contributor: ['read/space', 'create/page', 'create/comment', 'create/attachment'],
  };
  return Object.entries(users).map(([id, role]) => ({
    principal: { kind: 'user', id },
    permissions: pairs[role].map((pair) => {
      const [key = '', target = ''] = pair.split('/');
      return { id: pair, key, target };
    }),
    roleId: undefined,
  }));
}

function pageOf(id: string, { pages, editors, above }: Site): Page {
  return {
    id,
    title: `Title of ${id}`,
    spaceKey: 'DOCS',
    ancestors: above?.[id] ?? [],
    view: restrictionTo(pages?.[id] ?? []),
    edit: restrictionTo(editors?.[id] ?? []),
  };
}

function restrictionTo(users: readonly string[]): Restriction {
  if (users.length === 0) return { users: [], groups: [] };
  return { users: ['lee', ...users], groups: [{ id: 'g1', name: 'staff' }] };
}

function found<T>(value: T): Looked<T> {
  return { state: 'found', value };
}
