import type * as z from 'zod/mini';
import { ConfluenceError } from '../sync/error';
import { summarize, type Call } from './call';

/**
 * Check a body against the fields that are used; other fields pass.
 * @throws ConfluenceError `shape`, naming the place and never the content.
 */
export function parseAnswer<T>(body: string, schema: z.ZodMiniType<T>, call: Call): T {
  const read = schema.safeParse(parseJson(body, call));
  if (read.success) return read.data;
  const path = read.error.issues[0]?.path.map(String).join('.') ?? '';
  throw unexpected(call, path === '' ? 'as a whole' : `at ${path}`);
}

/** An answer in which something is not as documented. */
export function unexpected(call: Call, where: string): ConfluenceError {
  return new ConfluenceError(
    'shape',
    `Atlassian's answer about ${call.about} is not as documented ${where} (${summarize(call)}): update Confluence Guests, or report this if it is the newest.`,
  );
}

function parseJson(body: string, call: Call): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw unexpected(call, 'since it is not JSON');
  }
}
