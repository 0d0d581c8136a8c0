import { readFile } from 'node:fs/promises';
import { dayOf } from '../document/date';
import type { Document, Problem } from '../document/model';
import { parse } from '../document/parse';
import { lineStarts, positionAt } from '../document/position';
import { say } from '../document/sentence';
import { ConfluenceError } from '../sync/error';
import type { Source } from '../sync/print';
import type { Surroundings } from './surroundings';

export interface ReadFile {
  readonly source: Source;
  readonly document: Document;
  readonly problems: readonly Problem[];
}

/** Read and check a `collaborators.yaml`. Throws a `ConfluenceError` when it cannot be read. */
export async function readDocument(file: string, { now }: Surroundings): Promise<ReadFile> {
  const text = await readText(file);
  return { source: { name: file, text }, ...parse(text, dayOf(now())) };
}

/** Throws a `ConfluenceError` that says why the file cannot be read. */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new ConfluenceError('invalid', `${file} could not be read: ${reasonOf(error)}`, {
      cause: error,
    });
  }
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

/** One line a problem: `file:line:column: severity: sentence (code)`. */
export function problemLines({ source, problems }: ReadFile): readonly string[] {
  const starts = lineStarts(source.text);
  return problems.map(({ span, severity, sentence, code }) => {
    const { line, column } = positionAt(starts, span.start);
    return `${source.name}:${line}:${column}: ${severity}: ${say(sentence)} (${code})`;
  });
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EISDIR':
      return 'it is a folder';
    case 'EACCES':
      return 'you may not read it';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
