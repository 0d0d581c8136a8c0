// `npm run test:fuzz`: tens of thousands of edits of random files, and hostile texts at full length.
import { parseArgs } from 'node:util';
import { largest, repeat, starts, timeOf, units } from './hostile';
import { fuzz } from './recheck';

/** Milliseconds; far above what a text needs on a slow machine, far below what is taken for a hang. */
const patience = 15_000;
/** Milliseconds of the texts that are named although they are read in time. */
const noticeable = 1_000;
/** Code units; enough that time in the square of the length would be seen. */
const repeated = 60_000;

function main(): void {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '30000' },
      seed: { type: 'string', default: '1' },
    },
  });
  const { edits, sound, cut, failures } = fuzz(Number(values.runs), Number(values.seed));
  print(`${edits} texts after an edit: ${sound} without syntax errors, ${cut} read piece by piece`);
  const slow: string[] = [];
  const measure = (name: string, text: string): void => {
    const ms = Math.round(timeOf(text));
    if (ms > noticeable) print(`${String(ms).padStart(6)} ms  ${name}`);
    if (ms > patience) slow.push(`It took ${ms} ms to read ${name}.`);
  };
  for (const start of starts)
    for (const unit of units)
      measure(JSON.stringify(`${start}${unit}…`), repeat(start, unit, repeated));
  for (const [name, make] of largest) measure(`4 MB of ${name}`, make());
  const texts = edits + starts.length * units.length + largest.length;
  const all = [...failures, ...slow];
  for (const failure of all) print(`\n${failure}`);
  print(`${texts - all.length} passed, ${all.length} failed`);
  process.exitCode = all.length > 0 ? 1 : 0;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main();
