import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';
import { searchForSecrets } from '../../support/canary';
import { temporaryFolder } from '../../support/cleanup';
import { projectRoot } from '../../support/project';
import { canary, findingsIn, planted } from '../../support/secret';
import {
  add,
  searched,
  searchFolder,
  watch,
  type Searched,
  type Trace,
} from '../../support/search';

/** What is found, besides the planted word, while `work` is done. */
async function during(trace: Trace, work: () => unknown): Promise<Searched> {
  const nothing = { count: 0, planted: 0, leaks: [] };
  const before = searched()[trace] ?? nothing;
  await work();
  const { count, planted: seen, leaks } = searched()[trace] ?? nothing;
  return {
    count: count - before.count,
    planted: seen - before.planted,
    leaks: leaks.slice(before.leaks.length),
  };
}

describe('the search for secrets', () => {
  const words: readonly (readonly [string, (word: string) => string | Buffer])[] = [
    ['plainly', (word) => `before ${word} behind`],
    ['in JSON in JSON', (word) => JSON.stringify(JSON.stringify({ 'a"b': `"${word}"` }))],
    ['in a URL', (word) => encodeURIComponent(`ü ${word}&`)],
    ['in capitals', (word) => word.toUpperCase()],
    ['in UTF-16', (word) => Buffer.from(word, 'utf16le')],
    ['in hexadecimal', (word) => Buffer.from(word).toString('hex')],
    ['as a password in a URL', (word) => `https://lee%40acme.com:${word}@acme.atlassian.net`],
    ...['l@a.de', 'le@a.de', 'lee@a.de'].map(
      (email) =>
        [
          `in the header of ${email}`,
          (word: string) => `Basic ${Buffer.from(`${email}:${word}-x`).toString('base64')}`,
        ] as const,
    ),
  ];
  for (const [name, write] of words) {
    it(`finds one ${name}`, () => {
      for (const [word, finding] of [
        [canary, 'secret'],
        ['sandbox-admin-key', 'secret'],
        [planted, 'planted'],
      ] as const) {
        assert.deepEqual([...findingsIn(Buffer.from(write(word)))], [finding]);
      }
    });
  }

  it('finds nothing where there is nothing', () => {
    assert.deepEqual([...findingsIn(Buffer.from('canary, secret, key of lee@acme.com'))], []);
  });

  it('goes through every file of a folder, whatever it is called', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, '.deep', 'er'), { recursive: true });
    writeFileSync(path.join(folder, '.deep', 'er', 'log'), `x${planted}x`);
    writeFileSync(path.join(folder, planted), '');
    writeFileSync(path.join(folder, 'other'), 'x');
    const found = await during('file', () => {
      searchFolder(folder);
    });
    assert.deepEqual(found, { count: 3, planted: 2, leaks: [] });
  });

  it('looks into every answer and every error', async () => {
    const port = watch(
      {
        answer: () => Promise.resolve(new Map([['a', { b: planted }]])),
        fail: () => Promise.reject(new Error('x', { cause: { headers: planted } })),
        inner: { now: () => planted },
      },
      'port',
    );
    const found = await during('text', async () => {
      await port.answer();
      await assert.rejects(port.fail());
      port.inner.now();
    });
    assert.deepEqual(found, { count: 3, planted: 3, leaks: [] });
  });

  it('adds up what several processes have found', () => {
    const one: Searched = { count: 1, planted: 1, leaks: ['here'] };
    assert.deepEqual(add({ text: one }, { text: one, file: one }), {
      text: { count: 2, planted: 2, leaks: ['here', 'here'] },
      file: one,
    });
  });
});

describe('the line about secrets', () => {
  const lineFor = async (page: Searched): Promise<unknown> => {
    const finished = { kind: 'finished', searched: { page } } as const;
    const { events } = await searchForSecrets([{ name: 'ui', seconds: 1, events: [finished] }]);
    return events.find((event) => 'suite' in event && event.suite.includes('windows'));
  };
  const line = { suite: '3 storages of windows', title: 'hold no secret' };

  it('passes when nothing but the planted word was found', async () => {
    const found = await lineFor({ count: 3, planted: 1, leaks: [] });
    assert.deepEqual(found, { kind: 'passed', ...line });
  });

  it('fails when a secret was found, and says where', async () => {
    const found = await lineFor({ count: 3, planted: 1, leaks: ['here', 'here', 'there'] });
    assert.deepEqual(found, { kind: 'failed', ...line, error: 'here\nthere' });
  });

  it('fails when not even the planted word was found', async () => {
    const found = await lineFor({ count: 3, planted: 0, leaks: [] });
    assert.deepEqual(found, {
      kind: 'failed',
      ...line,
      error: 'The planted word was not found.',
    });
  });
});

describe('the tokens and keys of the tests', () => {
  const literal = /(?:\b(?:token|adminKey)|TOKEN|ADMIN_KEY|adminKeys: \[\{ key): '([^']+)'/g;

  it('can all be recognised', () => {
    const folder = path.join(projectRoot, 'test');
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(path.join(folder, name), 'utf8'));
    const all = sources.flatMap((text) => [...text.matchAll(literal)].map(([, word = '']) => word));
    assert.ok(all.length > 10, inspect(all));
    assert.deepEqual(
      all.filter((word) => !findingsIn(Buffer.from(word)).has('secret')),
      [],
    );
  });
});
