import type { Completion } from '../../../src/language/completion';
import { complete } from '../../../src/language/completion';
import type { Known } from '../../../src/language/known';
import type { SiteLists } from '../../../src/sync/lists';
import { knownOf } from './known';

/** What a site offers, with names that need quotes and entries that the files have already. */
export const lists: SiteLists = {
  origin: 'https://acme.atlassian.net',
  readAt: '2026-06-01T12:00:00.000Z',
  spaces: {
    state: 'found',
    value: [
      { id: '1', key: 'DOCS', name: 'Documentation', homepageId: undefined },
      { id: '2', key: 'HR', name: 'People', homepageId: undefined },
      { id: '3', key: '2024', name: 'Archive', homepageId: undefined },
    ],
  },
  groups: {
    state: 'found',
    value: [
      { id: 'g', name: 'docs-team' },
      { id: 'h', name: 'Heads: all, "really"' },
    ],
  },
  roles: {
    state: 'found',
    value: ['Viewer', 'Collaborator', 'Reviewer # 2'].map((name) => ({
      ...{ id: name, name, permissions: [] },
    })),
  },
  guests: {
    state: 'found',
    value: ['zoe@old.example', 'ana@partner.example'].map((email) => ({
      ...{ accountId: `id of ${email}`, email, name: 'Zoe: "Z"', kind: 'guest', state: 'active' },
    })),
  },
  pages: {
    state: 'found',
    value: [
      { id: '9', title: 'Handbook: all of it', spaceKey: 'HR' },
      { id: '10', title: 'Guide', spaceKey: 'DOCS' },
      { id: '7', title: 'Plan', spaceKey: 'DOCS' },
    ],
  },
};

/** A text with a cursor at the only `|`. */
export function cursorIn(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('|');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

export function completionsAt(marked: string, known: Partial<Known> = {}): readonly Completion[] {
  const { text, offset } = cursorIn(marked);
  return complete(text, offset, { ...knownOf(text), ...known }).items;
}
