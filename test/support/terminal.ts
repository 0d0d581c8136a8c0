import { run } from '../../src/terminal/run';
import { search } from './search';

/** What signs Lee in, as variables of the environment, and the key of the organization admin. */
export const token = {
  CONFLUENCE_EMAIL: 'lee@acme.com',
  CONFLUENCE_API_TOKEN: 'canary-secret-of-lee',
};
export const key = { ATLASSIAN_ADMIN_KEY: 'canary-secret-key-of-acme' };

/** Runs a command as a terminal would, on 1 June 2026. */
export async function runCommand(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(args, {
    env,
    colours: false,
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    now: () => new Date('2026-06-01T12:00:00'),
    signal: new AbortController().signal,
  });
  search('text', `the command line: ${args.join(' ')}`, JSON.stringify([out, err]));
  return { code, out: out.join('\n'), err: err.join('\n') };
}
