import { ConfluenceError } from '../sync/error';
import { demo } from './demo';
import { doctor } from './doctor';
import { readOptions, usage, type Options } from './options';
import { handoff } from './handoff';
import { history } from './history';
import { importGuests } from './importGuests';
import { plan } from './plan';
import { resend } from './resend';
import { sandbox } from './sandbox';
import { styleFor } from './style';
import type { ExitCode, Surroundings } from './surroundings';
import { sync } from './sync';
import { undo } from './undo';
import { validate } from './validate';

/** Run one command. Foreseen failures are printed as one sentence; a defect with its stack. */
export async function run(args: readonly string[], around: Surroundings): Promise<ExitCode> {
  try {
    return await dispatch(readOptions(args), around);
  } catch (error) {
    if (around.signal.aborted) {
      around.err('Cancelled.');
    } else if (error instanceof ConfluenceError) {
      if (args.includes('--json')) around.out(JSON.stringify({ error: error.message }));
      around.err(styleFor(around.colours)('trouble', error.message));
    } else {
      around.err(
        `This is a defect of Confluence Guests, please report it:\n${String(error instanceof Error ? error.stack : error)}`,
      );
    }
    return 1;
  }
}

async function dispatch(options: Options, around: Surroundings): Promise<ExitCode> {
  const file = options.file ?? '';
  switch (options.command) {
    case 'validate':
      return validate(file, options, around);
    case 'plan':
      return plan(file, options, around);
    case 'sync':
      return sync(file, options, around);
    case 'undo':
      return undo(file, options, around);
    case 'history':
      return history(file, options, around);
    case 'resend':
      return resend(file, options, around);
    case 'handoff':
      return handoff(file, options, around);
    case 'import':
      return importGuests(options, around);
    case 'doctor':
      return doctor(options, around);
    case 'sandbox':
      return sandbox(options, around);
    case 'demo':
      return demo(around);
    case 'help':
      around.out(usage);
      return 0;
  }
}
