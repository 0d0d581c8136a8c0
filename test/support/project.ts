import { readdirSync } from 'node:fs';
import path from 'node:path';

/** The folder that holds package.json. Compiled tests run from `out/test/support`. */
export const projectRoot = path.resolve(__dirname, '../../..');

export type Depth = 'here' | 'below';

/**
 * The compiled test files of a folder below `test/`, `here` in it or also in the folders `below`.
 * They are listed from their sources, so that a deleted test whose output is still there never runs.
 */
export function compiledTests(folder: string, depth: Depth): readonly string[] {
  return readdirSync(path.join(projectRoot, 'test', folder), {
    recursive: depth === 'below',
    encoding: 'utf8',
  })
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => path.join(projectRoot, 'out', 'test', folder, name.replace(/\.ts$/, '.js')));
}
