import { ConfluenceError } from './error';
import type { Looked } from './model';

/** A failure that was foreseen becomes `unread` with its reason; a cancelled reading and a defect go on as errors. */
export async function look<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<Looked<T>> {
  try {
    return { state: 'found', value: await ask() };
  } catch (error) {
    if (signal.aborted || !(error instanceof ConfluenceError)) throw error;
    return { state: 'unread', why: error.message };
  }
}

/** Look for several things at once. */
export async function lookEach<T>(
  keys: readonly string[],
  ask: (key: string) => Promise<Looked<T>>,
): Promise<ReadonlyMap<string, Looked<T>>> {
  return new Map(await Promise.all(keys.map(async (key) => [key, await ask(key)] as const)));
}

/** What was found; `undefined` where there is nothing, or nobody knows. */
export function found<T>(looked: Looked<T> | undefined): T | undefined {
  return looked?.state === 'found' ? looked.value : undefined;
}

/** Those of a list that was found; none where there is none, or nobody knows. */
export function foundIn<T>(looked: Looked<readonly T[]> | undefined): readonly T[] {
  return found(looked) ?? [];
}
