import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder, temporaryFolders } from './cleanup';
import { start } from './processes';
import { projectRoot } from './project';
import type { Results, TestEvent } from './results';
import { add, search, searched, searchFolder, type Searched, type Trace } from './search';
import { planted } from './secret';

/** What the kinds of traces are called. */
const names: Readonly<Record<Trace, string>> = {
  text: 'messages, answers, errors and log lines',
  output: 'prints of programs',
  file: 'files',
  page: 'storages of windows',
};

/**
 * Searches everything that a test run has written for the tokens and keys of its sites. Each kind of
 * trace also has a word planted in it, without which the search would be blind.
 */
export async function searchForSecrets(runs: readonly Results[]): Promise<Results> {
  const started = performance.now();
  await plant();
  for (const folder of temporaryFolders()) searchFolder(folder);
  const all = runs
    .flatMap(({ events }) => events)
    .flatMap((event) => (event.kind === 'finished' && event.searched ? [event.searched] : []))
    .reduce(add, searched());
  const events = (Object.entries(all) as [Trace, Searched][]).map(([trace, found]) =>
    verdict(names[trace], found),
  );
  return { name: 'secrets', seconds: (performance.now() - started) / 1000, events };
}

/** In what is there in every run; windows and their storage have theirs from `searchStorage`. */
async function plant(): Promise<void> {
  search('text', 'the planted text', planted);
  writeFileSync(path.join(temporaryFolder(), 'planted'), planted);
  const script = `process.stdout.write('${planted}')`;
  await start(process.execPath, ['-e', script], { cwd: projectRoot }).ended;
}

function verdict(name: string, { count, planted: seen, leaks }: Searched): TestEvent {
  const suite = `${count} ${name}`;
  const title = 'hold no secret';
  if (leaks.length > 0) {
    return { kind: 'failed', suite, title, error: [...new Set(leaks)].join('\n') };
  }
  if (seen === 0) return { kind: 'failed', suite, title, error: 'The planted word was not found.' };
  return { kind: 'passed', suite, title };
}
