import { existsSync, readFileSync } from 'node:fs';

/** What a mocha run writes, a line of JSON each, as it happens: what a dying run got done is known. */
export type TestEvent =
  | { readonly kind: 'passed' | 'skipped'; readonly suite: string; readonly title: string }
  | {
      readonly kind: 'failed';
      readonly suite: string;
      readonly title: string;
      readonly error: string;
    }
  | { readonly kind: 'finished' };

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
  const tests = events.filter(({ kind }) => kind !== 'finished').length;
  const seconds = (performance.now() - started) / 1000;
  if (tests === events.length) return { name, seconds, events, broken: reason() };
  if (tests === 0) return { name, seconds, events, broken: 'It ran no tests.' };
  return { name, seconds, events };
}

export function count(all: readonly Results[]): Counts {
  const of = (wanted: TestEvent['kind']) =>
    all.flatMap(({ events }) => events).filter(({ kind }) => kind === wanted).length;
  const broken = all.filter((results) => results.broken !== undefined).length;
  return { passed: of('passed'), failed: of('failed') + broken, skipped: of('skipped') };
}

/** The line that ends `npm test`. */
export function summary({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** One line a suite, then every failure in full. */
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
    lines.push(`  ${failures.length > 0 ? '✗' : '✓'} ${suite}  ${passed}/${tests.length}`);
    for (const { title, error } of failures) lines.push(`    ✗ ${title}`, indent(error));
  }
  if (broken !== undefined) lines.push('  ✗ it broke off', indent(broken));
  return lines.join('\n');
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '      ');
}
