import path from 'node:path';
import { handoffText } from '../access/handoffText';
import { dayOf } from '../document/date';
import { preview } from '../sync/apply';
import type { Options } from './options';
import { readDocument } from './file';
import { portsFor } from './plan';
import type { ExitCode, Surroundings } from './surroundings';

/** Show the message to those who have to do something before a sync can go on. */
export async function handoff(
  file: string,
  options: Options,
  around: Surroundings,
): Promise<ExitCode> {
  const read = await readDocument(file, around);
  const { document, source } = read;
  const today = dayOf(around.now());
  const { signal } = around;
  const { live, plan } = await preview(document, portsFor(read, options, around), {
    today,
    signal,
  });
  const name = path.basename(source.name);
  const text = handoffText({ document, live, plan, outcomes: [] }, name, today);
  if (text === undefined) around.err(`Nothing in ${name} takes anybody else.`);
  else around.out(options.json ? JSON.stringify({ message: text }, undefined, 2) : text);
  return text === undefined ? 0 : 2;
}
