import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { onExit, onInterrupt } from './cleanup';
import { search } from './search';

const graceMs = 5_000;
const keptCharacters = 20_000;

/** What is searched again, for a word may come in two parts. */
const overlap = 200;

export interface Running {
  /** The end of what the process has printed. */
  readonly tail: () => string;
  /** The first match of `pattern` in what it prints; rejects when the process ends before. */
  readonly printed: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Resolves, never rejects, when the process has ended; says how in words. */
  readonly ended: Promise<string>;
  /** Ends the process and its children: politely, and after five seconds by force. */
  readonly stop: () => Promise<void>;
}

/** Starts a program that never outlives this process. */
export function start(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Running {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    let last = '';
    stream.setEncoding('utf8').on('data', (text: string) => {
      search('output', command, last + text);
      last = (last + text).slice(-overlap);
      output = (output + text).slice(-keptCharacters);
      for (const listener of listeners) listener();
    });
  }
  const ended = describeEnd(child);
  const stop = async () => {
    signalTree(child, 'SIGTERM');
    await Promise.race([ended, wait(graceMs, undefined, { ref: false })]);
    signalTree(child, 'SIGKILL');
    await ended;
  };
  const forget = [
    onInterrupt(stop),
    onExit(() => {
      signalTree(child, 'SIGKILL');
    }),
  ];
  void ended.then(() => {
    for (const each of forget) each();
  });

  return {
    tail: () => output.trimEnd().split('\n').slice(-15).join('\n'),
    ended,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(output);
          if (match === null) return;
          listeners.delete(look);
          resolve(match);
        };
        listeners.add(look);
        look();
        void ended.then((how) => {
          reject(new Error(`${command} ${how} too early.\n${output}`));
        });
      }),
    stop,
  };
}

async function describeEnd(child: ChildProcess): Promise<string> {
  const closed = once(child, 'close').catch(() => undefined);
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
    signalGroup(child, 'SIGKILL');
    // What it printed last may still be on its way.
    await Promise.race([closed, wait(1_000, undefined, { ref: false })]);
    return signal === null ? `ended with exit code ${String(code)}` : `was ended by ${signal}`;
  } catch (error) {
    return `could not be started: ${String(error)}`;
  }
}

/** Each program leads its own process group; Windows, which has none, walks the tree instead. */
function signalTree(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
  else signalGroup(child, signal);
}

/** Also reaches what outlives the program that started it. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || process.platform === 'win32') return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Nobody was left in the group.
  }
}
