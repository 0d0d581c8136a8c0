import { appendFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ConfluenceError } from '../sync/error';
import type { Journal, JournalEntry } from '../sync/journal';
import { readEntries, writeEntry } from '../sync/journalText';

/**
 * A journal in a file, one entry a line; appending lets several processes share it. Throws a `ConfluenceError` when the file cannot
 * be used.
 */
export function journalFile(file: string): Journal {
  return {
    read: async () => readEntries(await readText(file), file),
    append: async (entry: JournalEntry) => {
      try {
        await mkdir(path.dirname(file), { recursive: true });
        await appendFile(file, writeEntry(entry), { flush: true });
      } catch (error) {
        throw unusable(file, 'written', error);
      }
    },
  };
}

/** The file for a site's journal in a folder of journals. */
export function journalPath(folder: string, origin: string): string {
  const name = new URL(origin).host.replace(/[^a-z0-9.-]/g, '_');
  return path.join(folder, `${name}.jsonl`);
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw unusable(file, 'read', error);
  }
}

function unusable(file: string, done: 'read' | 'written', error: unknown): ConfluenceError {
  return new ConfluenceError(
    'invalid',
    `The journal ${file} could not be ${done}, and without it somebody might be invited twice: ${error instanceof Error ? error.message : String(error)}`,
    { cause: error },
  );
}
