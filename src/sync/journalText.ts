import * as z from 'zod/mini';
import { ConfluenceError } from './error';
import type { JournalEntry, JournalPart } from './journal';
import { stepSchema } from './stepSchema';

const at = z.string();
const email = z.string();
const accountId = z.string();
const sync = z.string();

const entrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('inviting'), at, email, sync: z.optional(sync) }),
  z.object({ kind: z.literal('invited'), at, email, accountId: z.optional(accountId) }),
  z.object({ kind: z.literal('notInvited'), at, email }),
  z.object({ kind: z.literal('notYet'), at, email }),
  z.object({ kind: z.literal('seen'), at, email, accountId: z.optional(accountId) }),
  z.object({ kind: z.literal('revoking'), at, accountId, address: z.optional(email) }),
  z.object({ kind: z.literal('revoked'), at, accountId, email }),
  z.object({ kind: z.literal('resending'), at, email }),
  z.object({
    kind: z.literal('began'),
    at,
    sync,
    by: z.string(),
    fingerprint: z.string(),
    undoes: z.optional(sync),
  }),
  z.object({ kind: z.literal('trying'), at, sync, step: stepSchema, text: z.string() }),
  z.object({
    kind: z.literal('outcome'),
    at,
    sync,
    id: z.string(),
    state: z.enum(['done', 'waiting', 'failed', 'skipped', 'unconfirmed']),
    reason: z.optional(z.string()),
  }),
]);

/** The beginning of a line that `writeEntry` has written for the history alone. */
const ofHistory = /^\{"at":"[^"]*","kind":"(began|trying|outcome)"/;

/** An entry as a line of its own, even behind a line that a crash cut off. */
export function writeEntry(entry: JournalEntry): string {
  return `\n${JSON.stringify(entry)}\n`;
}

/**
 * The entries of a journal's text. A line that a crash cut off is passed over: its request either
 * had not been sent, or is known from the entry before. Any other line that is not an entry throws
 * a `ConfluenceError`, for forgetting an invitation would send it again. `name` is the journal's.
 */
export function readEntries(
  text: string,
  name: string,
  part: JournalPart,
): readonly JournalEntry[] {
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, index): readonly JournalEntry[] => {
    if (line === '' || (part === 'memory' && ofHistory.test(line))) return [];
    const entry = readEntry(line);
    if (entry) return [entry];
    // An empty line follows every entry but one that was cut off, wherever that was.
    if (lines[index + 1] !== '') return [];
    throw new ConfluenceError(
      'invalid',
      `Line ${index + 1} of the journal ${name} is damaged: repair or remove it, and check that its person has been invited`,
    );
  });
}

function readEntry(line: string): JournalEntry | undefined {
  try {
    const read = entrySchema.safeParse(JSON.parse(line));
    return read.success ? read.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
