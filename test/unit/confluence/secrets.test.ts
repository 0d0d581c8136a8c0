import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { clean } from '../../../src/confluence/clean';
import type { Connected } from '../../../src/confluence/connection';
import type { Fetch } from '../../../src/confluence/runtime';
import { basic, bearer, credentials, never, simulate, type Answer } from './site';

const secrets = [credentials.token, credentials.adminKey, basic.slice('Basic '.length)];

/** Everything of a thrown value that a log or a message could show. */
function exposure(error: unknown): string {
  const parts: string[] = [];
  for (let each = error; each instanceof Error; each = each.cause) {
    parts.push(each.message, each.stack ?? '', JSON.stringify(each), inspect(each, { depth: 9 }));
  }
  return parts.join('\n');
}

function assertClean(text: string): void {
  for (const secret of secrets) assert.ok(!text.includes(secret), `${secret} is in ${text}`);
}

const acts: readonly ((connected: Connected) => Promise<unknown> | undefined)[] = [
  ({ reader }) => reader.caller(never),
  ({ writer }) => writer.addRestrictions('1', 'view', { users: ['a'], groups: [] }, never),
  ({ reader }) => reader.organization?.peopleByEmail(['ana@partner.example'], never),
  ({ organization }) => organization?.verify(never),
];

describe('a credential', () => {
  const echo = `${basic} ${bearer} ${credentials.token}`;
  const wires: [name: string, answer: Answer, fetch?: Fetch][] = [
    ['a server that repeats it in an error', { status: 400, body: { message: echo } }],
    [
      'a server that hides it behind invisible characters',
      {
        status: 400,
        body: { message: secrets.map((secret) => secret.replaceAll('-', '-\u200b')).join(' ') },
      },
    ],
    ['a server that repeats it as plain text', { status: 403, body: echo }],
    ['a server that repeats it as data', { status: 200, body: { results: echo, data: echo } }],
    [
      'a server that repeats it as a redirect',
      { status: 302, headers: { location: `https://x.example/?${encodeURIComponent(echo)}` } },
    ],
    [
      'a fetch that repeats the headers',
      {},
      (_, { headers }) =>
        Promise.reject(Object.assign(new TypeError(JSON.stringify(headers)), { headers })),
    ],
    [
      'a fetch that hides the headers in a cause',
      {},
      (_, { headers }) =>
        Promise.reject(
          new TypeError('fetch failed', {
            cause: Object.assign(new Error(JSON.stringify(headers)), { headers }),
          }),
        ),
    ],
  ];
  for (const [name, answer, fetch] of wires) {
    it(`is in no error and no log after ${name}`, async () => {
      const site = simulate(() => answer, fetch && { fetch });
      for (const act of acts) {
        const error = await act(site.connect())?.then(
          () => undefined,
          (thrown: unknown) => thrown,
        );
        if (answer.status !== 200) assert.ok(error instanceof Error);
        assertClean(exposure(error));
      }
      assertClean(site.lines.join('\n'));
    });
  }

  it('that no header can carry is refused without being named', () => {
    const connecting = (): unknown =>
      simulate(() => ({})).connect({ adminKey: 'canary-secret-key-93\nx' });
    assert.throws(connecting, (error) => {
      assertClean(exposure(error));
      return true;
    });
  });

  it('goes to the sandbox alone when the site is the sandbox', async () => {
    const site = simulate(() => ({ body: { data: { attributes: { name: 'Acme' } } } }));
    await site.connect({ origin: 'http://127.0.0.1:4873' }).organization?.verify(never);
    assert.deepEqual(site.calls(), ['GET http://127.0.0.1:4873/admin/v1/orgs/org-1']);
  });
});

describe('the log', () => {
  it('has method, path, names of the query, status and time of each request', async () => {
    const site = simulate(() => ({ status: 404 }));
    await assert.rejects(site.connect().reader.group('secret-group', never));
    assert.deepEqual(site.lines, ['GET /wiki/rest/api/group/picker?query&start&limit → 404, 0 ms']);
  });
});

describe('foreign text', () => {
  const rows: [text: string, cleaned: string][] = [
    ['plain', 'plain'],
    [' two\r\n\tlines ', 'two lines'],
    ['\u001b[1;31mred\u001b[0m', 'red'],
    ['\u001b]8;;http://x\u0007link\u001b]8;;\u0007', 'link'],
    ['a\u202eb\u2066c\u200bd', 'abcd'],
    ['\ud800x', 'x'],
    ['👍'.repeat(250), `${'👍'.repeat(200)}…`],
  ];
  it('is shown without a secret, whole or with something invisible in between', () => {
    assert.equal(clean('canary-secret-81 said', secrets), '••• said');
    assert.equal(clean('canary-\u200bsecret-\u200b81 said', secrets), '••• said');
  });
  for (const [text, cleaned] of rows) {
    it(`${JSON.stringify(text).slice(0, 50)} is shown as ${cleaned.slice(0, 20)}`, () => {
      assert.equal(clean(text, secrets), cleaned);
    });
  }
});
