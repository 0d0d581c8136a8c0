import assert from 'node:assert/strict';
import { collect } from '../../../src/confluence/paging';
import { list, never, origin, simulate } from './site';

const endless = {
  kind: 'shape',
  message: "Atlassian's list does not come to an end: try again, and report this if it stays so.",
};
const here = '/wiki/api/v2/space-roles';

describe('a list in batches', () => {
  it('ends after two thousand batches', async () => {
    let batches = 0;
    const rows = collect(() => Promise.resolve({ rows: [], next: String(++batches) }));
    await assert.rejects(rows, endless);
    assert.equal(batches, 2_000);
  });

  it('ends when a cursor comes again', async () => {
    const site = simulate(() => list([], `${here}?cursor=c1`));
    await assert.rejects(site.connect().reader.spaceRoles(never), endless);
    assert.equal(site.requests.length, 2);
  });

  const followed = [
    `${here}?cursor=c%2B1%3D`,
    `${origin}${here}?cursor=c%2B1%3D`,
    '/api/v2/space-roles?cursor=c%2B1%3D',
    '?cursor=c%2B1%3D',
  ];
  for (const link of followed) {
    it(`goes on at ${link}`, async () => {
      const site = simulate(({ url }) => list([], url.includes('cursor') ? undefined : link));
      await site.connect().reader.spaceRoles(never);
      assert.equal(site.requests[1]?.url, `${origin}${here}?limit=250&cursor=c%2B1%3D`);
    });
  }

  it('goes on at the gateway when it began there', async () => {
    const next = `${here}?cursor=c`;
    const site = simulate(({ url }) => list([], url.includes('cursor') ? undefined : next));
    await site.connect({ cloudId: 'c-1' }).reader.spaceRoles(never);
    assert.equal(
      site.requests[1]?.url,
      `https://api.atlassian.com/ex/confluence/c-1${here}?limit=250&cursor=c`,
    );
  });

  const refused = [
    `https://evil.example${here}?cursor=c`,
    `//evil.example${here}?cursor=c`,
    `\\\\evil.example${here}?cursor=c`,
    `https://acme.atlassian.net.evil.example${here}?cursor=c`,
    `https://acme.atlassian.net@evil.example${here}?cursor=c`,
    `https://evil@acme.atlassian.net${here}?cursor=c`,
    `http://acme.atlassian.net${here}?cursor=c`,
    `https://acme.atlassian.net:8443${here}?cursor=c`,
    `javascript:alert(1)`,
    'https://',
    '/wiki/api/v2/spaces?cursor=c',
    '/wiki/api/v2/space-roles/../admin-key?cursor=c',
  ];
  for (const link of refused) {
    it(`does not go on at ${link}`, async () => {
      const site = simulate(() => list([], link));
      await assert.rejects(site.connect().reader.spaceRoles(never), { kind: 'shape' });
      assert.equal(site.requests.length, 1);
    });
  }
});
