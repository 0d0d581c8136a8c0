import assert from 'node:assert/strict';
import { say } from '../../../src/document/sentence';
import type { Line } from '../../../src/language/ask/question';
import {
  aboutHost,
  keySteps,
  termOf,
  tokenSteps,
  type KeyAnswers,
  type Storage,
  type TokenAnswers,
} from '../../../src/language/signIn';
import { today } from '../../support/samples';
import { converse, offered, type Reply } from './conversation';

const verify = (): Promise<undefined> => Promise.resolve(undefined);
const year = 'In a year';

function signIn(
  replies: readonly Reply[],
  { storage = 'works', renews = false }: { storage?: Storage; renews?: boolean } = {},
  given: TokenAnswers = {},
) {
  return converse(tokenSteps({ today, storage, renews, verify }), given, replies);
}

function giveKey(
  replies: readonly Reply[],
  { organization, renews = false }: { organization?: string; renews?: boolean } = {},
) {
  const steps = keySteps({ today, storage: 'works', renews, organization, verify });
  return converse<KeyAnswers>(steps, organization === undefined ? {} : { organization }, replies);
}

const promptsOf = (asked: readonly { prompt: Parameters<typeof say>[0] }[]): readonly string[] =>
  asked.map(({ prompt }) => say(prompt));

describe('signing in', () => {
  it('asks for the address, the token and how long that lasts', () => {
    const { asked, answers } = signIn(['lee@acme.com', ' canary-secret\u200b\n', year]);
    assert.deepEqual(promptsOf(asked), [
      'The e-mail address of your Atlassian account',
      'Your API token. It gives spaces to guests and restricts pages, as far as you may. Create one, without scopes or with them, at id.atlassian.com/manage-profile/security/api-tokens',
      'How long does the API token last?',
    ]);
    assert.deepEqual([answers.email, answers.token], ['lee@acme.com', 'canary-secret']);
  });

  it('asks for no address when it renews', () => {
    const { asked } = signIn(['canary-secret', year], { renews: true }, { email: 'lee@acme.com' });
    assert.equal(asked.length, 2);
  });

  it('shows no secret, and has it checked elsewhere with what was answered before', async () => {
    const seen: unknown[] = [];
    const steps = tokenSteps({
      today,
      storage: 'works',
      renews: false,
      verify: (answers) => {
        seen.push(answers);
        return Promise.resolve(undefined);
      },
    });
    const { asked } = converse<TokenAnswers>(steps, {}, ['lee@acme.com', 'canary-secret', year]);
    const line = asked[1] as Line<TokenAnswers>;
    assert.equal(line.isSecret, true);
    await line.check?.(' canary-secret ', new AbortController().signal);
    assert.deepEqual(seen, [{ email: 'lee@acme.com', token: 'canary-secret' }]);
  });

  it('leads to where each is made', () => {
    const { asked: token } = signIn(['lee@acme.com', 'canary-secret', year]);
    const { asked: key } = giveKey([
      'I have an organization admin key',
      'org-1',
      'canary-secret',
      year,
    ]);
    const addresses = [...token, ...key].flatMap((question) =>
      'links' in question ? (question.links ?? []).map(({ address }) => address) : [],
    );
    assert.deepEqual(addresses, [
      'https://id.atlassian.com/manage-profile/security/api-tokens',
      'https://admin.atlassian.com',
      'https://admin.atlassian.com/o/org-1',
    ]);
  });

  it('goes on without an organization admin key', () => {
    assert.equal(giveKey(['Go on without']).asked.length, 1);
  });

  it('asks for the organization only when nobody has named it', () => {
    const replies = ['I have an organization admin key', 'canary-secret', year];
    assert.equal(giveKey(replies, { organization: 'org-1' }).answers.organization, 'org-1');
    assert.equal(
      giveKey(['canary-secret', year], { organization: 'org-1', renews: true }).asked.length,
      2,
    );
  });

  const organizations: readonly (readonly [string, string | undefined])[] = [
    ['6f1c2d3e-4a5b-4c6d-8e7f-901a2b3c4d5e', '6f1c2d3e-4a5b-4c6d-8e7f-901a2b3c4d5e'],
    [' org-1\n', 'org-1'],
    ['https://admin.atlassian.com/o/org-1/overview', 'org-1'],
    ['admin.atlassian.com/o/org-1', 'org-1'],
    ['https://admin.atlassian.com', undefined],
    ['my company', undefined],
    ['', undefined],
  ];
  for (const [written, id] of organizations) {
    it(`takes ${JSON.stringify(written)} for ${id ?? 'no organization'}`, () => {
      const [, ask] = keySteps({
        ...{ today, storage: 'works', renews: false, organization: undefined, verify },
      });
      const line = ask?.({ wanted: 'key' }) as Line<KeyAnswers>;
      if (id === undefined) assert.match(say(line.refuse(written) ?? fail), /Paste the organi/);
      else assert.equal(line.take(written).organization, id);
    });
  }
});

const fail = { template: 'nothing was refused', facts: {} };

describe('how long a secret lasts', () => {
  const rows: readonly (readonly [name: string, replies: readonly Reply[], term: object])[] = [
    ['a year', [year], { expires: '2028-01-01' }],
    ['a week', ['In a week'], { expires: '2027-01-08' }],
    ['until a day', ['Another day…', '2027-03-31'], { expires: '2027-03-31' }],
    ['nobody knows', ['I do not know'], { given: today }],
  ];
  for (const [name, replies, term] of rows) {
    it(name, () => {
      const { answers } = signIn(['lee@acme.com', 'canary-secret', ...replies]);
      assert.deepEqual(termOf(answers.expires, today), term);
    });
  }

  const days: readonly (readonly [string, RegExp | undefined])[] = [
    ['2027-01-01', undefined],
    ['2028-01-03', undefined],
    ['2028-01-04', /lasts longer than a year/],
    ['2026-12-31', /is past/],
    ['31.3.2027', /year first/],
    ['2027-02-30', /year first/],
  ];
  for (const [day, refused] of days) {
    it(`${refused ? 'not ' : ''}until ${day}`, () => {
      const line = tokenSteps({ today, storage: 'works', renews: false, verify }).at(-1)?.({
        expires: { text: '', written: true },
      }) as Line<TokenAnswers>;
      const said = line.refuse(day);
      if (refused) assert.match(say(said ?? fail), refused);
      else assert.equal(said, undefined);
    });
  }
});

describe('a computer without a keyring', () => {
  it('is spoken of before anything else is asked', () => {
    const session = 'Stay signed in until this window closes';
    const { asked, answers } = signIn([session, 'lee@acme.com', 'canary-secret', year], {
      storage: 'fails',
    });
    assert.match(promptsOf(asked)[0] ?? '', /^This computer has no secret storage that works/);
    assert.equal(offered(asked[0]).length, 1);
    assert.equal(answers.keeping, 'session');
  });

  it('that has lost credentials before leaves the choice', () => {
    const keepIt = 'Keep it in the secret storage all the same';
    const { asked, answers } = signIn([keepIt, 'lee@acme.com', 'canary-secret', year], {
      storage: 'loses',
    });
    assert.match(promptsOf(asked)[0] ?? '', /has lost your credentials before/);
    assert.equal(answers.keeping, 'storage');
  });
});

describe('an address that credentials are to be sent to', () => {
  const hosts: readonly (readonly [origin: string, doubts: readonly RegExp[]])[] = [
    ['https://acme.atlassian.net', []],
    ['http://127.0.0.1:8080', [/on this computer/]],
    ['https://localhost', [/on this computer/]],
    ['https://wiki.acme.com', [/no address of Atlassian’s/]],
    ['https://acme-atlassian.net', [/no address of Atlassian’s/]],
    ['https://atlassian.net', [/no address of Atlassian’s/]],
    ['https://acme.atlassian.net.evil.example', [/no address of Atlassian’s/]],
    ['https://127.0.0.1.evil.example', [/no address of Atlassian’s/]],
    ['https://xn--cme-5cd.atlassian.net', [/the name is аcme\.atlassian\.net/]],
    [
      'https://acme.xn--atlassin-7fg.net',
      [/no address of Atlassian’s/, /the name is acme\.atlassi/],
    ],
  ];
  for (const [origin, doubts] of hosts) {
    it(`${origin} makes ${doubts.length} doubts`, () => {
      const said = aboutHost(origin).map(say);
      assert.equal(said.length, doubts.length, said.join('\n'));
      for (const [index, doubt] of doubts.entries()) assert.match(said[index] ?? '', doubt);
    });
  }
});
