import assert from 'node:assert/strict';
import { parse } from '../../../src/document/parse';
import { connectFromEnvironment } from '../../../src/terminal/credentials';
import { today } from '../../support/site';

const env = {
  CONFLUENCE_SITE: 'https://acme.atlassian.net',
  CONFLUENCE_EMAIL: 'lee@acme.com',
  CONFLUENCE_API_TOKEN: 'canary-secret-of-lee',
  ATLASSIAN_ADMIN_KEY: 'canary-secret-key-of-acme',
};

const around = {
  env,
  colours: false,
  out: () => undefined,
  err: () => undefined,
  now: () => new Date(),
  signal: new AbortController().signal,
};

function connectTo(site: string): unknown {
  const { document } = parse(`version: 1\nsite: "${site}"\nspaces: {}\n`, today);
  return connectFromEnvironment(document, around);
}

describe('a site that looks like the one of the credentials', () => {
  const others = [
    'https://acme.atlassian.net.evil.example',
    'https://acme-atlassian.net',
    'https://acme.atlassian.com',
    'https://acme.atlasian.net',
    'https://xn--cme-5cd.atlassian.net',
    'https://аcme.atlassian.net',
    'https://acme。atlassian.net',
    'https://acme.atlassian.net:8443',
    'https://acme.atlassian.net@evil.example',
    'https://lee@acme.atlassian.net',
    'https://acme.atlassian.net\\\\@evil.example',
    'http://acme.atlassian.net',
    'https://acme.atlassian.net./',
  ];
  for (const other of others) {
    it(`gets none of them: ${other}`, () => {
      assert.throws(() => connectTo(other), /so they were not sent/);
    });
  }

  for (const same of ['https://acme.atlassian.net', 'https://ACME.atlassian.net/']) {
    it(`is another than the same site as ${same}`, () => {
      assert.ok(connectTo(same));
    });
  }
});
