import assert from 'node:assert/strict';
import { findCloudId } from '../../../src/confluence/connection';
import { basesOf } from '../../../src/confluence/origin';
import { never, simulate } from './site';

const api = 'https://api.atlassian.com';

describe('where calls go', () => {
  const rows: [origin: string, cloudId: string | undefined, confluence: string, admin: string][] = [
    ['https://acme.atlassian.net', undefined, 'https://acme.atlassian.net', `${api}/admin`],
    ['https://ACME.atlassian.net/', undefined, 'https://acme.atlassian.net', `${api}/admin`],
    ['https://wiki.acme.com', undefined, 'https://wiki.acme.com', `${api}/admin`],
    ['https://acme.atlassian.net', 'c/1', `${api}/ex/confluence/c%2F1`, `${api}/admin`],
    ['https://localhost.evil.example', 'c', `${api}/ex/confluence/c`, `${api}/admin`],
    ['https://127.0.0.1.evil.example', 'c', `${api}/ex/confluence/c`, `${api}/admin`],
    ['http://127.0.0.1:4873', undefined, 'http://127.0.0.1:4873', 'http://127.0.0.1:4873/admin'],
    ['http://localhost:1', 'c', 'http://localhost:1/ex/confluence/c', 'http://localhost:1/admin'],
    ['http://[::1]:1', undefined, 'http://[::1]:1', 'http://[::1]:1/admin'],
    ['https://127.9.9.9', undefined, 'https://127.9.9.9', 'https://127.9.9.9/admin'],
  ];
  for (const [origin, cloudId, confluence, organization] of rows) {
    it(`for ${origin}${cloudId === undefined ? '' : ' with scopes'}: ${organization}`, () => {
      const bases = basesOf(origin, cloudId);
      assert.equal(bases.confluence, confluence);
      assert.equal(bases.organization, organization);
      assert.equal(bases.site, new URL(origin).origin);
    });
  }

  const refused = [
    '',
    'acme.atlassian.net',
    'http://acme.atlassian.net',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'http://127.0.0.1@evil.example',
    'https://lee@acme.atlassian.net',
    'https://acme.atlassian.net/wiki',
    'https://acme.atlassian.net/?x',
    'ftp://127.0.0.1',
    'file:///etc',
  ];
  for (const origin of refused) {
    it(`is nowhere for ${JSON.stringify(origin)}`, () => {
      assert.throws(() => basesOf(origin), { kind: 'invalid' });
    });
  }
});

describe('the cloud id of a site', () => {
  it('is asked for without a credential', async () => {
    const site = simulate(() => ({ body: { cloudId: 'c-1' } }));
    assert.equal(await findCloudId('https://acme.atlassian.net', site.runtime, never), 'c-1');
    assert.deepEqual(site.requests, [
      {
        method: 'GET',
        url: 'https://acme.atlassian.net/_edge/tenant_info',
        headers: { accept: 'application/json' },
        body: undefined,
      },
    ]);
  });
});
