import { appendFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { ConfluenceError } from '../sync/error';
import type { Journal } from '../sync/journal';
import { readEntries, writeEntry } from '../sync/journalText';

/**
 * The journal of a site, in a file of its own below `folder`. `workspace.fs` cannot append, and two
 * windows that each wrote the whole file would lose entries.
 */
export function createJournal(folder: string, origin: string): Journal {
  const { host } = new URL(origin);
  const file = path.join(folder, `${host.replace(/[^a-z0-9.-]/g, '_')}.jsonl`);
  return {
    read: async () => readEntries(await readText(file), file),
    append: async (entry) => {
      try {
        await mkdir(folder, { recursive: true });
        await appendFile(file, writeEntry(entry), { flush: true });
      } catch (error) {
        throw unusable(file, error);
      }
    },
  };
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw unusable(file, error);
  }
}

function unusable(file: string, cause: unknown): ConfluenceError {
  return new ConfluenceError(
    'invalid',
    vscode.l10n.t(
      'The record of earlier syncs in {file} cannot be used, and without it somebody might be invited twice: make sure that it can be read and written.',
      { file },
    ),
    { cause },
  );
}
