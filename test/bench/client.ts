// A process of its own for the product, so that its memory is its own: it gets a task and tells
// what it measured.
import { connect } from '../../src/confluence/connection';
import { createRuntime, type Fetch } from '../../src/confluence/runtime';
import { parse } from '../../src/document/parse';
import { apply } from '../../src/sync/apply';
import { journalFile } from '../../src/storage/journalFile';
import { remember } from '../../src/sync/journal';
import { makePlan } from '../../src/sync/plan';
import { readLive } from '../../src/sync/read';
import { adminKey, token } from './world';

export interface Task {
  readonly origin: string;
  readonly file: string;
  /** The journal's file, as the command line keeps it. */
  readonly journal: string;
  readonly applies: boolean;
}

export interface Measured {
  readonly plan: Phase & {
    readonly steps: number;
    /** Comparing alone, without any request, the first time. */
    readonly comparing: number;
  };
  readonly sync: (Phase & { readonly undone: number }) | undefined;
  /** How far the memory of the process has grown at its peak, in megabytes. */
  readonly memory: number;
}

export interface Phase {
  readonly ms: number;
  readonly requests: number;
  /** How many of them the site answered with 429. */
  readonly refused: number;
}

const today = '2026-06-01';

async function measure({ origin, file, journal: journalPath, applies }: Task): Promise<Measured> {
  const { document, problems } = parse(file, today);
  const wrong = problems.find(({ severity }) => severity === 'error');
  if (wrong) throw new Error(`The file of the bench is wrong: ${JSON.stringify(wrong)}`);
  const before = process.memoryUsage().rss;
  let requests = 0;
  let refused = 0;
  const counting: Fetch = async (url, init) => {
    requests++;
    const answer = await fetch(url, init);
    if (answer.status === 429) refused++;
    return answer;
  };
  const phase = async <T>(work: () => Promise<T>): Promise<Phase & { readonly result: T }> => {
    const started = performance.now();
    [requests, refused] = [0, 0];
    const result = await work();
    return { result, ms: performance.now() - started, requests, refused };
  };

  const { reader, writer } = connect(
    { origin, ...token, adminKey, organization: document.organization ?? '' },
    createRuntime(counting, () => undefined),
  );
  const signal = new AbortController().signal;
  const now = (): Date => new Date();
  const journal = journalFile(journalPath);
  const memory = remember(await journal.read('memory'));
  const { result: live, ...reading } = await phase(() =>
    readLive(document, reader, { memory, now, signal }),
  );
  const started = performance.now();
  const plan = makePlan(document, live, memory, today);
  const comparing = performance.now() - started;

  const sync = applies
    ? await phase(() =>
        apply(
          document,
          plan,
          {
            reader,
            writer,
            now,
            journal,
          },
          { today, signal },
        ),
      )
    : undefined;
  return {
    plan: { ...reading, ms: reading.ms + comparing, steps: plan.steps.length, comparing },
    sync: sync && {
      ms: sync.ms,
      requests: sync.requests,
      refused: sync.refused,
      undone:
        sync.result.state === 'applied'
          ? sync.result.outcomes.filter(({ state }) => state !== 'done').length
          : plan.steps.length,
    },
    memory: (process.resourceUsage().maxRSS * 1024 - before) / 1024 ** 2,
  };
}

process.once('message', (task: Task) => {
  void measure(task).then((measured) => {
    process.send?.(measured, () => {
      process.disconnect();
    });
  });
});
