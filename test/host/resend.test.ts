import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Sandbox } from '../../src/sandbox/server';
import { acme, fileOf } from '../support/site';
import { trees, write } from './editor';
import { as, type Answers } from './person';
import { leaveSite, signIn, startSite } from './site';

const sharing = `spaces: { DOCS: {} }
guests:
  - { email: ana@partner.example, name: Ana, space: DOCS }
  - { email: dana@new.example, name: Dana, space: DOCS }
`;

/** Dana was invited a while ago and has not accepted. */
const { people, spaces, ...others } = acme();
const waiting = acme({
  ...others,
  people: [
    ...people,
    { email: 'dana@new.example', name: 'Dana', roles: ['guest'], state: 'invited' },
  ],
  spaces: spaces?.map((space) =>
    space.key === 'DOCS'
      ? { ...space, access: { ...space.access, 'dana@new.example': 'contributor' } }
      : space,
  ),
});

const resend = (answers: Answers, row?: unknown): Promise<readonly string[]> =>
  as(answers, () => vscode.commands.executeCommand('confluenceGuests.resend', row));

describe('resending an invitation', () => {
  let site: Sandbox;

  beforeEach(async () => {
    site = await startSite(waiting);
    await write(fileOf(site.origin, sharing));
    await signIn();
  });

  afterEach(() => leaveSite(site));

  const mails = (): number => site.state().mail.length;

  it('mails a waiting guest, after naming the address, and not twice a day', async () => {
    const { guests } = await trees();
    const [, dana] = (await guests.getChildren()) ?? [];
    assert.match((await guests.getTreeItem(dana)).contextValue ?? '', /\bcanResend\b/);
    const question =
      'Resend the invitation to dana@new.example? (Atlassian mails the invitation again.)';
    assert.deepEqual(await resend({ choices: ['Resend Invitation'] }, dana), [
      question,
      'Atlassian mails the invitation to dana@new.example again.',
    ]);
    assert.equal(mails(), 1);
    assert.deepEqual(await resend({ choices: ['Resend Invitation'] }, dana), [
      question,
      'dana@new.example was mailed within the last day: try again tomorrow',
    ]);
    assert.equal(mails(), 1);
  });

  it('offers the waiting guests alone when it is not called for one', async () => {
    const nobody = await resend({ choices: ['Ana', 'Resend Invitation'] });
    assert.deepEqual(nobody, []);
    const [question] = await resend({ choices: ['Dana', 'Resend Invitation'] });
    assert.match(question ?? '', /dana@new\.example/);
    assert.equal(mails(), 1);
  });

  it('mails nobody without the person’s word', async () => {
    assert.equal((await resend({ choices: ['Dana'] })).length, 1);
    assert.equal(mails(), 0);
  });

  it('says so when nobody is waiting', async () => {
    site.accept('dana@new.example');
    await as({}, () => vscode.commands.executeCommand('confluenceGuests.refresh'));
    assert.deepEqual(await resend({}), [
      'No guest of collaborators.yaml has an invitation to accept.',
    ]);
  });
});
