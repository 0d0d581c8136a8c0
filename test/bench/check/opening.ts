import path from 'node:path';
import type { Reading } from '../../../src/access/reading';
import type { Parsed } from '../../../src/document/parse';
import type { Known } from '../../../src/language/known';
import type { SiteLists } from '../../../src/sync/lists';
import { Parser } from '../../../src/worker/parser';
import { projectRoot } from '../../support/project';
import { read } from '../../unit/access/readings';
import { today } from './file';

/** Reads a text as the extension reads a file that is opened. */
export type Read = (text: string) => Promise<Parsed>;

/** A file that is open, with what is known of it. */
export interface Open {
  readonly text: string;
  readonly parsed: Parsed;
  readonly known: Known;
  readonly read: Read;
}

/** Reads a file as the extension does, until it is ended. */
export function createReader(): { readonly read: Read; readonly end: () => void } {
  const parser = new Parser(path.join(projectRoot, 'dist', 'worker.js'));
  return {
    read: (text) => parser.parse({ file: 'collaborators.yaml', text, today }),
    end: () => {
      parser.dispose();
    },
  };
}

/** With `isRead`, of a site that was read, and whose lists are at hand. */
export async function open(text: string, read: Read, isRead = false): Promise<Open> {
  const parsed = await read(text);
  const reading = isRead ? readSite(parsed) : undefined;
  const lists = isRead ? listsOf(parsed) : undefined;
  return { text, parsed, known: { document: parsed.document, today, lists, reading }, read };
}

/** A site that is as the file wants it, but that every third page is open. */
function readSite({ document }: Parsed): Reading {
  const guests = document.guests ?? [];
  const spaces: Record<string, Record<string, 'viewer' | 'contributor'>> = {};
  for (const { email, space, role } of guests)
    (spaces[space] ??= {})[email] = role === 'viewer' ? 'viewer' : 'contributor';
  const lists = (document.pages ?? []).map(({ id, edit = [] }, index) => {
    const emails = edit.flatMap((one) => (one.kind === 'guest' ? [one.email] : []));
    return [id, index % 3 === 0 ? [] : emails] as const;
  });
  return read(document, {
    people: Object.fromEntries(guests.map(({ email }) => [email, 'guest active'])),
    spaces,
    pages: Object.fromEntries(lists),
    editors: Object.fromEntries(lists),
  });
}

/** A site with ten times as many pages as the file, in the same spaces. */
function listsOf({ document }: Parsed): SiteLists {
  const spaces = [...document.spaces.keys()];
  const pages = Array.from({ length: 10 * (document.pages ?? []).length }, (_, n) => ({
    id: String(900_000 + n),
    title: `Page ${n}`,
    spaceKey: spaces[n % spaces.length] ?? '',
  }));
  return {
    origin: 'https://acme.atlassian.net',
    readAt: '2026-06-01T10:00:00.000Z',
    spaces: { state: 'found', value: [] },
    groups: { state: 'found', value: [] },
    roles: { state: 'found', value: [] },
    guests: { state: 'found', value: [] },
    pages: { state: 'found', value: pages },
  };
}
