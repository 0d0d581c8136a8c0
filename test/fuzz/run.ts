// `npm run test:fuzz`: tens of thousands of edits of random files, everything that the editor offers in a
// hundred thousand broken documents, and hostile texts at full length.
import { parseArgs } from 'node:util';
import { fuzzEditing } from './editing';
import { largest, repeat, starts, timeOf, units } from './hostile';
import { fuzz } from './recheck';

/** Milliseconds; far above what a text needs on a slow machine, far below what is taken for a hang. */
const patience = 15_000;
/** Milliseconds for everything about one document, most of which have less than a hundred lines. */
const documentPatience = 10_000;
/** Milliseconds of the texts that are named although they are read in time. */
const noticeable = 1_000;
/** Code units; enough that time in the square of the length would be seen. */
const repeated = 60_000;

interface Part {
  readonly texts: number;
  readonly failures: readonly string[];
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '30000' },
      documents: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
    },
  });
  const seed = Number(values.seed);
  const parts = [
    editFiles(Number(values.runs), seed),
    await askEverything(Number(values.documents), seed),
    readHostile(),
  ];
  const failures = parts.flatMap((part) => part.failures);
  for (const failure of failures) print(`\n${failure}`);
  const texts = parts.reduce((sum, part) => sum + part.texts, 0);
  print(`${texts - failures.length} passed, ${failures.length} failed`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

function editFiles(runs: number, seed: number): Part {
  const { edits, sound, cut, failures } = fuzz(runs, seed);
  print(`${edits} texts after an edit: ${sound} without syntax errors, ${cut} read piece by piece`);
  return { texts: edits, failures };
}

async function askEverything(documents: number, seed: number): Promise<Part> {
  const outcome = await fuzzEditing(documents, seed, documentPatience);
  const { sound, tried, slowest, failures } = outcome;
  const counts = Object.entries(tried).map(([name, count]) => `${count} ${name}`);
  print(`${documents} documents, ${sound} of them without syntax errors: ${counts.join(', ')}`);
  print(`${String(Math.round(slowest)).padStart(6)} ms  everything about the slowest of them`);
  return { texts: documents, failures };
}

function readHostile(): Part {
  const failures: string[] = [];
  const measure = (name: string, text: string): void => {
    const ms = Math.round(timeOf(text));
    if (ms > noticeable) print(`${String(ms).padStart(6)} ms  ${name}`);
    if (ms > patience) failures.push(`It took ${ms} ms to read ${name}.`);
  };
  for (const start of starts)
    for (const unit of units)
      measure(JSON.stringify(`${start}${unit}…`), repeat(start, unit, repeated));
  for (const [name, make] of largest) measure(`4 MB of ${name}`, make());
  return { texts: starts.length * units.length + largest.length, failures };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
