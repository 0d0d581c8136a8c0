import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';
import { findingsIn } from './secret';

/** What a run leaves behind, by the way in which a secret could get out with it. */
export type Trace = 'text' | 'output' | 'file' | 'page';

export interface Searched {
  readonly count: number;
  /** How often the planted word was found. */
  readonly planted: number;
  /** Where a secret was found. */
  readonly leaks: readonly string[];
}

export type AllSearched = Readonly<Partial<Record<Trace, Searched>>>;

const nothing: Searched = { count: 0, planted: 0, leaks: [] };

/** What this process has searched since it began. */
let own: AllSearched = {};

export function searched(): AllSearched {
  return own;
}

/** Search something now. It is not kept, so that a whole test run can be searched. */
export function search(trace: Trace, where: string, what: string | Buffer): void {
  const found = findingsIn(typeof what === 'string' ? Buffer.from(what) : what);
  const one = {
    count: 1,
    planted: found.has('planted') ? 1 : 0,
    leaks: found.has('secret') ? [where] : [],
  };
  own = add(own, { [trace]: one });
}

/** The seed of a simulated site, in a copy of the sample folder, is where its secrets are written. */
const seed = 'site.yaml';

/** Search every file of a folder, and its name. */
export function searchFolder(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name === seed) continue;
    const file = path.join(entry.parentPath, entry.name);
    search('file', file, Buffer.concat([Buffer.from(file), readFileSync(file)]));
  }
}

/** The same object, of which every answer and every error is searched. */
export function watch<T extends object>(object: T, name: string): T {
  return new Proxy(object, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key);
      const where = `${name}.${String(key)}`;
      if (typeof member === 'function') return watchCalls(member, target, where);
      return typeof member === 'object' && member !== null ? watch(member, where) : member;
    },
  });
}

function watchCalls(method: object, self: object, where: string): unknown {
  const look = (value: unknown): void => {
    search(
      'text',
      where,
      inspect(value, { depth: 9, maxArrayLength: null, maxStringLength: null }),
    );
  };
  return (...args: readonly unknown[]): unknown => {
    const answer: unknown = Reflect.apply(method as () => unknown, self, args);
    if (answer instanceof Promise) answer.then(look, look);
    else look(answer);
    return answer;
  };
}

/** Both together. */
export function add(one: AllSearched, other: AllSearched): AllSearched {
  const sum = { ...one };
  for (const [name, { count, planted, leaks }] of Object.entries(other)) {
    const trace = name as Trace;
    const before = sum[trace] ?? nothing;
    sum[trace] = {
      count: before.count + count,
      planted: before.planted + planted,
      leaks: [...before.leaks, ...leaks],
    };
  }
  return sum;
}
