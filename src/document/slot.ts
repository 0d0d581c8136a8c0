import { isAlias } from 'yaml';
import type { Node } from 'yaml';
import * as z from 'zod/mini';
import { explainIssue } from './issue';
import type { Problem, Span } from './model';
import { fieldsOf, locate, valueOf } from './node';
import { unknownKeys } from './unknown';

/** Of one entry; each takes time that grows with the entry, and nobody reads more at once. */
const maxIssues = 100;

/** The text that is read, and what was found wrong in it so far. */
export interface Reading {
  readonly text: string;
  readonly problems: Problem[];
}

/** A place of the file at which a value is expected. */
export interface Slot {
  /** What the value is called, such as its key. */
  readonly name: string;
  /** A value as it should be written. */
  readonly example: string;
  readonly keySpan: Span | undefined;
  readonly node: Node | undefined;
}

/** The places of a mapping by key. */
export type Slots = (name: string) => Slot;

/** The value at a place, or `undefined` after telling what is wrong with it. */
export function read<Schema extends z.ZodMiniType>(
  schema: Schema,
  slot: Slot,
  { text, problems }: Reading,
): z.output<Schema> | undefined {
  const result = schema.safeParse(valueOf(slot.node));
  if (result.success) return result.data;
  const unknown =
    schema instanceof z.ZodMiniObject
      ? unknownKeys(fieldsOf(slot.node), Object.keys(schema.shape))
      : undefined;
  for (const one of unknown?.problems ?? []) problems.push(one);
  for (const issue of result.error.issues.slice(0, maxIssues)) {
    // A misspelt key is not missing as well.
    if (issue.code === 'unrecognized_keys' || unknown?.meant.has(String(issue.path[0]))) continue;
    // Nor is an alias wrong in its place as well, which has already been told to stand for nothing.
    if (isAlias(locate(slot.node, issue.path).node)) continue;
    problems.push(explainIssue(issue, slot, text));
  }
  return undefined;
}

/** The same for a place that may be absent; whether it must not be is checked elsewhere. */
export function readIfPresent<Schema extends z.ZodMiniType>(
  schema: Schema,
  slot: Slot,
  reading: Reading,
): z.output<Schema> | undefined {
  return slot.keySpan ? read(schema, slot, reading) : undefined;
}
