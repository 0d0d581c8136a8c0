import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startSandbox, type Sandbox } from '../../src/sandbox/server';
import { temporaryFolder } from '../support/cleanup';
import { acme, fileOf } from '../support/site';
import { key, runCommand, token } from '../support/terminal';

const body = `spaces: { DOCS: { manage: strict } }
guests:
  - { email: ana@partner.example, space: DOCS }
  - { email: dana@new.example, space: DOCS }
`;

describe('the command line', () => {
  let sandbox: Sandbox;
  let folder: string;
  let file: string;

  beforeEach(async () => {
    sandbox = await startSandbox({ seed: acme({ switches: { acceptInvites: 'atOnce' } }) });
    folder = temporaryFolder();
    file = path.join(folder, 'collaborators.yaml');
    await writeFile(file, fileOf(sandbox.origin, body));
  });

  afterEach(async () => {
    await sandbox.close();
  });

  const cli = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    runCommand([...args, '--journal', path.join(folder, 'journal')], {
      CONFLUENCE_SITE: sandbox.origin,
      ...token,
      ...key,
      ...env,
    });

  it('validates without a network, with the place of each problem', async () => {
    await writeFile(file, fileOf('https://acme.atlassian.net', `${body}pgaes: []\n`));
    const { code, out } = await cli(['validate', file]);
    assert.equal(code, 1);
    assert.match(out, new RegExp(`^${escape(file)}:9:1: error: .*pages.* \\(unknownKey\\)$`, 'm'));
    assert.deepEqual(sandbox.requests(), []);
  });

  it('accepts a valid file', async () => {
    const { code, out } = await cli(['validate', file]);
    assert.equal(code, 0);
    assert.match(out, /is valid: 1 space, 2 guests, 0 pages/);
  });

  it('plans with exit code 2, syncs with 0, and then has nothing to change', async () => {
    assert.equal((await cli(['plan', file])).code, 2);
    const synced = await cli(['sync', file, '--yes']);
    assert.equal(synced.code, 0, synced.out + synced.err);
    const again = await cli(['plan', file]);
    assert.equal(again.code, 0);
    assert.match(again.out, /Nothing to change\. Paid seats: \+0\.$/);
  });

  it('changes nothing without --yes', async () => {
    const { code, err } = await cli(['sync', file]);
    assert.equal(code, 2);
    assert.match(err, /add --yes/);
    assert.deepEqual(sandbox.state().changes, []);
  });

  it('prints plans and results for programs', async () => {
    const plan = JSON.parse((await cli(['plan', file, '--json'])).out) as Record<string, unknown>;
    assert.equal(plan['paidSeats'], 0);
    assert.equal((plan['steps'] as { line: number }[])[0]?.line, 8);
    const result = JSON.parse((await cli(['sync', file, '--yes', '--json'])).out) as {
      outcomes: { state: string }[];
    };
    assert.deepEqual([...new Set(result.outcomes.map(({ state }) => state))], ['done']);
  });

  it('takes a sync back, and shows the history of both', async () => {
    const start = sandbox.state().spaces;
    await cli(['sync', file, '--yes']);
    assert.equal((await cli(['undo', file])).code, 2);
    const undone = await cli(['undo', file, '--yes']);
    assert.equal(undone.code, 0, undone.out + undone.err);
    assert.deepEqual(sandbox.state().spaces, start);
    assert.match((await cli(['undo', file])).err, /no sync that could be taken back/);
    const { out } = await cli(['history', file]);
    assert.match(out, /taking back an earlier sync[^]*✓ Invite dana@new\.example/);
  });

  it('mails an invitation again only when its day is over', async () => {
    sandbox.setSwitches({ acceptInvites: 'asked' });
    await cli(['sync', file, '--yes']);
    const { code, err } = await cli(['resend', file, 'dana@new.example']);
    assert.equal(code, 1);
    assert.match(err, /within the last day/);
  });

  it('prints a message for the organization admin when there is no key for what takes one', async () => {
    const withoutKey = { ATLASSIAN_ADMIN_KEY: '' };
    const planned = await cli(['plan', file], withoutKey);
    assert.equal(planned.code, 1);
    assert.match(planned.out, /^Waiting for the organization admin\n {2}… ana@partner\.example/m);
    assert.match(planned.err, /^confluence-guests handoff .* prints a message/);
    const message = await cli(['handoff', file], withoutKey);
    assert.equal(message.code, 2);
    assert.match(message.out, /^collaborators\.yaml says who .*\n\n.* invite as guests\n- ana@/m);
    const { out } = await cli(['handoff', file, '--json'], withoutKey);
    assert.equal((JSON.parse(out) as { message: string }).message, message.out);
  });

  it('has no message when nothing takes somebody else', async () => {
    const { code, out, err } = await cli(['handoff', file]);
    assert.deepEqual(
      [code, out, err],
      [0, '', 'Nothing in collaborators.yaml takes anybody else.'],
    );
  });

  it('prints a file for what is on the site, which then leaves nothing to change', async () => {
    const imported = await cli(['import', '--space', 'DOCS', '--organization', 'org-1']);
    assert.equal(imported.code, 0, imported.err);
    assert.match(imported.out, /^ {2}- email: ben@agency\.example$/m);
    await writeFile(file, imported.out);
    const { code, out } = await cli(['plan', file]);
    assert.equal(code, 0, out);
    assert.match(out, /Nothing to change/);
  });

  it('sends no credential to a site that the file chose', async () => {
    const { code, err } = await cli(['plan', file], {
      CONFLUENCE_SITE: 'https://acme.atlassian.net',
    });
    assert.equal(code, 1);
    assert.match(
      err,
      /your credentials are for https:\/\/acme\.atlassian\.net, so they were not sent/,
    );
    assert.deepEqual(sandbox.requests(), []);
  });

  it('keeps credentials out of everything it prints and writes', async () => {
    const printed = [
      await cli(['sync', file, '--yes', '--json']),
      await cli(['plan', file], { CONFLUENCE_API_TOKEN: 'a-wrong-canary-secret-token' }),
      await cli(['plan', file], { ATLASSIAN_ADMIN_KEY: 'a-wrong-canary-secret-key' }),
    ];
    const journal = await readFile(path.join(folder, 'journal'), 'utf8');
    const all = JSON.stringify(printed) + journal;
    for (const secret of ['canary-secret-of-lee', 'canary-secret-key-of-acme', 'canary']) {
      assert.ok(!all.includes(secret), secret);
    }
  });

  const refusals: readonly (readonly [
    string,
    readonly string[],
    Record<string, string>,
    RegExp,
  ])[] = [
    ['an unknown command', ['frobnicate'], {}, /There is no command “frobnicate”/],
    ['an unknown option', ['plan', 'x', '--force'], {}, /--force/],
    ['a command without its file', ['plan'], {}, /Name the file to plan/],
    [
      'a file that is not there',
      ['plan', 'nowhere.yaml'],
      {},
      /nowhere\.yaml could not be read: there is no such file/,
    ],
    ['no credentials', ['plan', 'FILE'], { CONFLUENCE_API_TOKEN: '' }, /Set CONFLUENCE_SITE/],
    ['an import of no space', ['import'], {}, /such as --space DOCS --space LAB/],
    ['an import into a file', ['import', 'FILE', '--space', 'DOCS'], {}, /such as --space DOCS/],
    [
      'an import with a key of an unknown organization',
      ['import', '--space', 'DOCS'],
      {},
      /Name the organization that ATLASSIAN_ADMIN_KEY is for/,
    ],
    [
      'an import of a space that is not visible',
      ['import', '--space', 'DOCS', '--space', 'NOPE', '--organization', 'org-1'],
      {},
      /The site shows you no space NOPE/,
    ],
    [
      'an import from nowhere',
      ['import', '--space', 'DOCS'],
      { CONFLUENCE_SITE: '', ATLASSIAN_ADMIN_KEY: '' },
      /Set CONFLUENCE_SITE/,
    ],
    ['a wrong token', ['plan', 'FILE'], { CONFLUENCE_API_TOKEN: 'wrong-canary-secret' }, /token/i],
  ];
  for (const [name, args, env, sentence] of refusals) {
    it(`refuses ${name} in one sentence`, async () => {
      const { code, err } = await cli(
        args.map((arg) => (arg === 'FILE' ? file : arg)),
        env,
      );
      assert.equal(code, 1);
      assert.match(err, sentence);
      assert.doesNotMatch(err, /\n/);
    });
  }
});

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
