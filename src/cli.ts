import { run } from './terminal/run';

/** Output that nobody reads any more, as after `| head`, is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const cancel = new AbortController();
process.once('SIGINT', () => {
  cancel.abort(new Error('cancelled'));
});

void run(process.argv.slice(2), {
  env: process.env,
  colours: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  now: () => new Date(),
  signal: cancel.signal,
}).then((code) => {
  process.exitCode = code;
});
