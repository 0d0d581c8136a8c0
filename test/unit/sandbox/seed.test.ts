import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { readSeed, startSandbox } from '../../../src/sandbox/server';
import type { SeedInput } from '../../../src/sandbox/server';
import { ana, lee, seed, start } from './support';

describe('A seed', () => {
  it('is read from YAML and from JSON', () => {
    const json = JSON.stringify(seed());
    assert.deepEqual(readSeed(json), readSeed(json.replace('{', '{ # a site\n')));
  });

  const mistakes: readonly [string, Partial<SeedInput> | object, RegExp][] = [
    ['an unknown key', { page: [] }, /Unrecognized key: "page"/],
    [
      'a wrong address',
      { people: [{ email: 'lee', name: 'Lee' }] },
      /people\.0\.email: Invalid email/,
    ],
    ['an unknown switch', { switches: { spaces: 'many' } }, /switches: Unrecognized key: "spaces"/],
    [
      'a wrong position',
      { switches: { guestSpaces: 'two' } },
      /switches\.guestSpaces: .*"one"\|"many"/,
    ],
    [
      'a wrong moment',
      { tokens: [{ email: lee, token: 'canary-secret', expires: 'soon' }] },
      /tokens\.0\.expires: Invalid date/,
    ],
    [
      'a member who is nobody',
      { groups: { team: ['x@acme.com'] } },
      /names x@acme\.com in group team/,
    ],
    [
      'a group that is not there',
      { spaces: [{ key: 'A', name: 'A', access: { 'group:x': 'viewer' } }] },
      /names group:x in access of space A/,
    ],
    [
      'a permission that is not there',
      { spaces: [{ key: 'A', name: 'A', access: { [lee]: ['read/page'] } }], pages: [] },
      /names read\/page in access of space A/,
    ],
    [
      'a preset that is not there',
      { spaces: [{ key: 'A', name: 'A', access: { [lee]: 'owner' } }], pages: [] },
      /names owner in access of space A/,
    ],
    ['a page in no space', { pages: [{ id: 1, title: 'A', space: 'X' }] }, /names X in page 1/],
    [
      'a parent that comes later',
      { pages: [{ id: 1, title: 'A', space: 'DOCS', parent: 2 }] },
      /names parent 2 in page 1/,
    ],
  ];
  for (const [what, changes, text] of mistakes) {
    it(`is refused for ${what}`, async () => {
      await assert.rejects(startSandbox({ seed: { ...seed(), ...changes } }), text);
    });
  }

  it('may delay every answer', async () => {
    const { sandbox } = await start({ latencyMs: 60_000 });
    const signal = AbortSignal.timeout(50);
    await assert.rejects(fetch(`${sandbox.origin}/_edge/tenant_info`, { signal }));
  });

  it('is not changed by what happens on the site', async () => {
    const input = seed();
    const before = structuredClone(input);
    const site = await start(input);
    await site.as(
      lee,
      'PUT',
      `/wiki/rest/api/content/11/restriction/byOperation/read/user?accountId=x`,
    );
    site.sandbox.setSwitches({ guestSpaces: 'many' });
    assert.deepEqual(input, before);
  });
});

describe('The sample', () => {
  it('is a site of twelve paid users with guests in their spaces', async () => {
    const file = path.join(process.cwd(), 'media', 'sandbox', 'site.yaml');
    const sandbox = await startSandbox({ seed: readSeed(readFileSync(file, 'utf8')) });
    const { seats, guests, spaces, pages } = sandbox.state();
    await sandbox.close();
    assert.deepEqual([seats, guests], [12, 5]);
    assert.ok(spaces.find(({ key }) => key === 'DOCS')?.access[ana]);
    assert.deepEqual(pages.find(({ id }) => id === '123457')?.view, []);
  });
});
