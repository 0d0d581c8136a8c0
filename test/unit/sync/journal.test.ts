import assert from 'node:assert/strict';
import { remember, type JournalEntry } from '../../../src/sync/journal';
import { readEntries, writeEntry } from '../../../src/sync/journalText';

const at = '2026-06-01T09:00:00.000Z';
const email = 'dana@new.example';
const accountId = 'account-of-dana';
const kinds = (...entries: readonly JournalEntry['kind'][]): readonly JournalEntry[] =>
  entries.map((kind) => ({ at, kind, email, accountId }) as JournalEntry);

describe('what the journal amounts to', () => {
  const invitations: readonly (readonly [string, JournalEntry['kind'][], string])[] = [
    ['an invitation that was refused is none', ['inviting', 'notInvited'], 'none'],
    ['one whose answer was lost may have been sent', ['inviting'], 'unsure'],
    [
      'a refusal does not tell what became of an earlier one whose answer was lost',
      ['inviting', 'inviting', 'notInvited'],
      'unsure',
    ],
    ['both refused are none', ['inviting', 'notInvited', 'inviting', 'notInvited'], 'none'],
    [
      'what another sync was refused does not undo an invitation',
      ['inviting', 'invited', 'inviting', 'notInvited'],
      'sure',
    ],
    ['what the site shows need not be remembered', ['inviting', 'invited', 'seen'], 'none'],
  ];
  for (const [name, entries, state] of invitations) {
    it(name, () => {
      const invited = remember(kinds(...entries)).invited.get(email);
      assert.equal(invited ? (invited.sure ? 'sure' : 'unsure') : 'none', state);
    });
  }

  it('forgets a revocation once the guest has been seen in the space again', () => {
    assert.deepEqual([...remember(kinds('revoking')).revoking], [accountId]);
    assert.deepEqual([...remember(kinds('revoking', 'seen')).revoking], []);
  });

  it('knows the account behind an address whose Guest role is to go, until that is gone', () => {
    const revoking: JournalEntry = { at, kind: 'revoking', accountId, address: 'Dana@new.example' };
    assert.deepEqual([...remember([revoking]).leaving], [[email, accountId]]);
    for (const over of ['seen', 'revoked'] as const) {
      assert.deepEqual([...remember([revoking, ...kinds(over)]).leaving], []);
    }
  });
});

describe('the text of a journal', () => {
  const next: JournalEntry = { at, kind: 'invited', email };
  const cut = writeEntry({ at, kind: 'outcome', sync: 'one', id: 'a {b} c', state: 'done' });

  it('is read on behind a record that a crash cut off anywhere', () => {
    for (let length = 0; length < cut.length - 1; length++) {
      const text: string = cut.slice(0, length) + writeEntry(next);
      assert.deepEqual(readEntries(text, 'journal', 'memory'), [next], cut.slice(0, length));
    }
  });

  it('is refused when a whole line of it is no record', () => {
    const damaged = writeEntry(next).replace('"kind"', '"kin"');
    assert.throws(() => readEntries(damaged, 'journal', 'memory'), /Line 2 of the journal/);
  });
});
