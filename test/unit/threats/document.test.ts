import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../support/project';

const read = (name: string): string => readFileSync(path.join(projectRoot, name), 'utf8');
const rows = read('docs/threats.md')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\| (-|What is tried)/.test(line));

describe('the threats in docs/threats.md', () => {
  it('are many', () => {
    assert.ok(rows.length > 25);
  });

  for (const row of rows) {
    const [, threat = '', , tests = ''] = row.split('|').map((cell) => cell.trim());
    it(`have tests that exist: ${threat}`, () => {
      const named = [...tests.matchAll(/`(test\/[\w/.]+\.ts)`([^`]*)/g)];
      assert.ok(named.length > 0 || tests.includes('below'), tests);
      for (const [, file = '', titles = ''] of named) {
        assert.ok(existsSync(path.join(projectRoot, file)), file);
        const source = read(file);
        const quoted = [...titles.matchAll(/“([^”]+)”/g)].map(([, title = '']) => title);
        assert.ok(quoted.length > 0, file);
        for (const title of quoted) assert.ok(source.includes(title), `${title} in ${file}`);
      }
    });
  }
});
