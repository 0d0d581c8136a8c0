import { appendFile, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { ConfluenceError } from '../sync/error';
import type { Journal, JournalEntry, JournalPart } from '../sync/journal';
import { readEntries, writeEntry } from '../sync/journalText';

/**
 * A journal in a file, one entry a line; appending lets several processes share it. It holds the
 * addresses of guests, so nobody else on the computer may read it. Throws a
 * `ConfluenceError` when the file cannot be used.
 */
export function journalFile(file: string): Journal {
  const seen: Readonly<Record<JournalPart, Seen>> = {
    memory: { bytes: 0, entries: [] },
    history: { bytes: 0, entries: [] },
  };
  let reading = Promise.resolve();
  return {
    read: async (part) => {
      // One after the other, so that nothing is read twice.
      const read = reading.then(() => readOn(file, part, seen[part]));
      reading = read.catch(() => undefined);
      await read;
      return [...seen[part].entries];
    },
    append: async (entry: JournalEntry) => {
      try {
        await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
        await appendFile(file, writeEntry(entry), {
          mode: 0o600,
          flush: entry.kind === 'inviting',
        });
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

/** What has been read of the file so far; a journal only grows. */
interface Seen {
  bytes: number;
  readonly entries: JournalEntry[];
}

/** Read what has been appended since, up to the last line that is complete. */
async function readOn(file: string, part: JournalPart, seen: Seen): Promise<void> {
  const added = await readFrom(file, seen.bytes);
  const end = added.lastIndexOf('\n') + 1;
  seen.entries.push(...readEntries(added.subarray(0, end).toString(), file, part));
  seen.bytes += end;
}

async function readFrom(file: string, start: number): Promise<Buffer> {
  try {
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      const buffer = Buffer.alloc(Math.max(0, size - start));
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, start);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return Buffer.alloc(0);
    }
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
