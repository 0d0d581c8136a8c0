// `npm run bench:check`: how fast the problems of a file are found, beside two others on the same text.
import { cpus } from 'node:os';
import { printTable } from '../table';
import type { Size } from '../world';
import { completionsIn } from './completion';
import { firstTimes } from './firstTimes';
import type { Contestant } from './contestants';
import { bareYaml, languageServer, ours } from './contestants';
import { writeFile } from './file';

const middle: Size = { guests: 500, pages: 200 };
const largest: Size = { guests: 5000, pages: 2000 };
const sizes: readonly Size[] = [{ guests: 50, pages: 20 }, middle, largest];
/** Milliseconds for which nothing shall keep the editor waiting. */
const bound = 50;
/** Runs that are not counted, in which the engine gets used to the code. */
const warmUp = 3;
const coldRuns = 11;
const keystrokes = 21;

/** Milliseconds, medians. */
interface Times {
  readonly name: string;
  readonly cold: number;
  readonly keystroke: number;
}

async function main(): Promise<void> {
  const contestants = [ours(), languageServer(), bareYaml()];
  // Nobody shall be slow at the first size only because the engine has not compiled the code yet.
  await measure(contestants, writeFile(middle));
  for (const { ask } of completionsIn(writeFile(middle))) await medianOf(keystrokes, offer(ask));
  const rows: (readonly string[])[] = [];
  const completions: (readonly string[])[] = [];
  for (const size of sizes) {
    const text = writeFile(size);
    const all = await measure(contestants, text);
    for (const times of all) rows.push(rowOf(size, text, times, all));
    const bare = all.at(-1)?.cold ?? 0;
    for (const { name, ask } of completionsIn(text)) {
      const time = await medianOf(keystrokes, offer(ask));
      completions.push([...sizeOf(size, text), name, inMs(time), ratio(time, bare)]);
    }
  }
  print(`Node ${process.version}, ${cpus()[0]?.model ?? 'an unknown processor'}, ${day()}\n\n`);
  print(`${printTable(header, rows)}\n`);
  print(
    `${printTable([...header.slice(0, 3), 'completion of', '', 'of a bare parse'], completions)}\n`,
  );
  const firsts = await firstTimes(largest);
  print(
    printTable(
      ['for the first time', 'longest stretch', 'of 50 ms'],
      firsts.map(({ name, time }) => [name, inMs(time), ratio(time, bound)]),
    ),
  );
}

async function measure(
  contestants: readonly Contestant[],
  text: string,
): Promise<readonly Times[]> {
  const colds = await mediansOf(
    coldRuns,
    contestants.map(
      ({ check }) =>
        () =>
          check(text),
    ),
  );
  // Letters are typed in the middle, one after the other.
  const place = text.indexOf('\n    reason: ', text.length / 2) + '\n    reason: '.length;
  const typed = (length: number): string =>
    `${text.slice(0, place)}${'x'.repeat(length)}${text.slice(place)}`;
  const strokes: number[] = [];
  for (const { checkAgain } of contestants)
    strokes.push(await medianOf(keystrokes, (run) => checkAgain(typed(run + 1))));
  return contestants.map(({ name }, index) => ({
    name,
    cold: colds[index] ?? NaN,
    keystroke: strokes[index] ?? NaN,
  }));
}

/** A completion that offers nothing is a problem. */
function offer(ask: () => number): () => number {
  return () => (ask() > 0 ? 0 : 1);
}

type Check = (run: number) => number | Promise<number>;

async function medianOf(runs: number, check: Check): Promise<number> {
  const [median = NaN] = await mediansOf(runs, [check]);
  return median;
}

/** Of several who take turns, so that what else the machine does is the same for all. */
async function mediansOf(runs: number, checks: readonly Check[]): Promise<readonly number[]> {
  const times = checks.map((): number[] => []);
  for (let run = 0; run < warmUp + runs; run += 1)
    for (const [index, check] of checks.entries()) {
      const started = performance.now();
      const problems = await check(run);
      if (run >= warmUp) times[index]?.push(performance.now() - started);
      if (problems > 0) throw new Error(`There are ${problems} problems in a file without any.`);
    }
  return times.map((each) => each.sort((one, other) => one - other)[runs >> 1] ?? NaN);
}

const header = ['guests', 'pages', 'size', '', 'cold check', '', 'keystroke', ''];

function rowOf(size: Size, text: string, times: Times, all: readonly Times[]): readonly string[] {
  const [ours = times] = all;
  return [
    ...sizeOf(size, text),
    times.name,
    inMs(times.cold),
    ratio(times.cold, ours.cold),
    inMs(times.keystroke),
    ratio(times.keystroke, ours.keystroke),
  ];
}

function sizeOf({ guests, pages }: Size, text: string): readonly string[] {
  return [String(guests), String(pages), `${Math.round(text.length / 1000)} kB`];
}

function ratio(one: number, other: number): string {
  return `${(one / other).toFixed(one < other / 10 ? 3 : 1)} ×`;
}

function inMs(time: number): string {
  return `${time.toFixed(time < 100 ? 1 : 0)} ms`;
}

function day(): string {
  return new Date().toISOString().slice(0, 10);
}

function print(text: string): void {
  process.stdout.write(text);
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
