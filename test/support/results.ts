import { existsSync, readFileSync } from 'node:fs';
import type { AllSearched } from './search';

interface Failure {
  readonly suite: string;
  readonly title: string;
  readonly error: string;
}

/** What a mocha run writes, a line of JSON each, as it happens: what a dying run got done is known. */
export type TestEvent =
  | { readonly kind: 'passed' | 'skipped'; readonly suite: string; readonly title: string }
  | (Failure & { readonly kind: 'failed' })
  /** It failed, and is tried again. */
  | (Failure & { readonly kind: 'retried' })
  /** With what was searched for secrets in its process. */
  | { readonly kind: 'finished'; readonly searched?: AllSearched };

export interface Results {
  /** For example `host: basic in VS Code 1.104.0`. */
  readonly name: string;
  readonly seconds: number;
  readonly events: readonly TestEvent[];
  /** Why the run broke off before its end, which counts as one failure. */
  readonly broken?: string;
}

export interface Counts {
  readonly passed: number;
  /** Of those that passed: not at once. */
  readonly retried: number;
  readonly failed: number;
  readonly skipped: number;
}

export function readEvents(file: string): readonly TestEvent[] {
  if (!existsSync(file)) return [];
  const complete = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return complete.map((line) => JSON.parse(line) as TestEvent);
}

/** Puts a name, a time and, when the last test was not reached, a reason to what a run has written. */
export function collect(
  name: string,
  started: number,
  file: string,
  reason: () => string,
): Results {
  const events = readEvents(file);
  const seconds = (performance.now() - started) / 1000;
  const finished = events.some(({ kind }) => kind === 'finished');
  if (!finished) return { name, seconds, events, broken: reason() };
  if (events.length === 1) return { name, seconds, events, broken: 'It ran no tests.' };
  return { name, seconds, events };
}

/** Whether none of its tests was chosen. */
export function isEmpty({ events }: Results): boolean {
  return events.length === 1 && events[0]?.kind === 'finished';
}

export function count(all: readonly Results[]): Counts {
  const of = (wanted: TestEvent['kind']) =>
    all.flatMap(({ events }) => events).filter(({ kind }) => kind === wanted).length;
  const broken = all.filter((results) => results.broken !== undefined).length;
  const retried = all.flatMap(({ events }) => passedLater(events)).length;
  return { passed: of('passed'), retried, failed: of('failed') + broken, skipped: of('skipped') };
}

/** The line that ends `npm test`. */
export function summary({ passed, retried, failed, skipped }: Counts): string {
  const rest = [
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(retried > 0 ? [`${retried} passed only when tried again`] : []),
  ];
  return [`${passed} passed`, `${failed} failed`, ...rest].join(', ');
}

/** One line a suite, then every failure in full, also of tests that passed when tried again. */
export function describeResults({ name, seconds, events, broken }: Results): string {
  const lines = [`\n${name} (${seconds.toFixed(1)} s)`];
  const suites = new Map<string, TestEvent[]>();
  for (const event of events) {
    if (event.kind === 'finished') continue;
    suites.set(event.suite, [...(suites.get(event.suite) ?? []), event]);
  }
  for (const [suite, tests] of suites) {
    const failures = tests.filter((event) => event.kind === 'failed');
    const passed = tests.filter((event) => event.kind === 'passed').length;
    const ended = tests.filter((event) => event.kind !== 'retried').length;
    lines.push(`  ${failures.length > 0 ? '✗' : '✓'} ${suite}  ${passed}/${ended}`);
    for (const { title, error } of failures) lines.push(`    ✗ ${title}`, indent(error));
    for (const { title, error } of passedLater(tests))
      lines.push(`    ↻ ${title} (passed only when tried again)`, indent(error));
  }
  if (broken !== undefined) lines.push('  ✗ it broke off', indent(broken));
  return lines.join('\n');
}

/** What went wrong in tests that then passed. */
function passedLater(events: readonly TestEvent[]): readonly Failure[] {
  return events
    .filter((event) => event.kind === 'retried')
    .filter(({ suite, title }) =>
      events.some((e) => e.kind === 'passed' && e.suite === suite && e.title === title),
    );
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '      ');
}
