import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startSandbox, type Sandbox } from '../../src/sandbox/server';
import { temporaryFolder } from '../support/cleanup';
import { acme, fileOf } from '../support/site';
import { key, runCommand, token } from '../support/terminal';

describe('The doctor on the command line', () => {
  let sandbox: Sandbox;
  let folder: string;
  let file: string;

  beforeEach(async () => {
    sandbox = await startSandbox({ seed: acme() });
    folder = temporaryFolder();
    file = path.join(folder, 'collaborators.yaml');
    await writeFile(file, fileOf(sandbox.origin, 'spaces: { DOCS: }'));
  });

  afterEach(async () => {
    await sandbox.close();
  });

  const doctor = (args: readonly string[], env: Readonly<Record<string, string>>) =>
    runCommand(['doctor', ...args], { CONFLUENCE_SITE: sandbox.origin, ...env });

  it('finds nothing in the way with a token and a key', async () => {
    const { code, out, err } = await doctor([file], { ...token, ...key });
    assert.equal(code, 0, out);
    assert.equal(err, '');
    assert.match(out, /^ {2}✓ yes .*Inviting guests: /m);
    assert.match(out, /^ {2}✓ yes .*Space DOCS: give it to guests: /m);
  });

  it('works with a token alone, and says what the key is missing for', async () => {
    const { code, out } = await doctor([file], token);
    assert.equal(code, 1);
    assert.match(out, /^ {2}✗ no .*Organization admin key: There is no organization admin key/m);
    assert.match(out, /^ {2}✓ yes .*Space DOCS: give it to guests: /m);
  });

  it('works with a key alone', async () => {
    const { code, out } = await doctor([file], key);
    assert.equal(code, 1);
    assert.match(out, /^ {2}✓ yes .*Inviting guests: /m);
    assert.match(out, /^ {2}✗ no .*API token: There is no API token for this site\./m);
  });

  it('says what to set when there is neither', async () => {
    const { code, out, err } = await doctor([file], {});
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, /^Set CONFLUENCE_EMAIL and CONFLUENCE_API_TOKEN, or ATLASSIAN_ADMIN_KEY/);
    assert.deepEqual(sandbox.requests(), []);
  });

  it('needs no file, and then looks at no space', async () => {
    const { code, out } = await doctor(['--organization', 'org-1'], { ...token, ...key });
    assert.equal(code, 0, out);
    assert.match(out, /^ {2}✓ yes .*Organization id: The organization org-1 is Acme\./m);
    assert.doesNotMatch(out, /Space DOCS/);
  });

  it('names the organization of the key when none is given', async () => {
    const { code, out } = await doctor([], { ...token, ...key });
    assert.equal(code, 1);
    assert.match(out, /→ you: Write `organization: org-1`, which is Acme/);
  });

  it('prints for programs', async () => {
    const { code, out } = await doctor([file, '--json'], { ...token, ...key });
    assert.equal(code, 0);
    const { site, lines } = JSON.parse(out) as { site: string; lines: { id: string }[] };
    assert.equal(site, sandbox.origin);
    assert.equal(lines[0]?.id, 'invite');
  });

  it('goes on past errors in the file and says so', async () => {
    await writeFile(file, fileOf(sandbox.origin, 'spaces: { DOCS: }\npages: [{ page: x }]'));
    const { code, out, err } = await doctor([file], { ...token, ...key });
    assert.equal(code, 0, out);
    assert.match(err, /collaborators\.yaml has errors/);
  });

  it('sends nothing to a site that the file chose', async () => {
    await writeFile(file, fileOf('https://evil.example', 'spaces: { DOCS: }'));
    const { code, err } = await doctor([file], { ...token, ...key });
    assert.equal(code, 1);
    assert.match(err, /The file is about https:\/\/evil\.example .* they were not sent/);
  });

  it('prints no credential', async () => {
    for (const env of [
      { ...token, ...key },
      { ...token, CONFLUENCE_API_TOKEN: 'a-canary-secret' },
    ]) {
      const { out, err } = await doctor([file], env);
      assert.doesNotMatch(out + err, /canary|canary-secret-of-lee|canary-secret-key-of-acme/);
    }
  });
});
