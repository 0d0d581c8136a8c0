import assert from 'node:assert/strict';
import { appendFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { journalFile } from '../../../src/storage/journalFile';
import type { JournalEntry } from '../../../src/sync/journal';
import { writeEntry } from '../../../src/sync/journalText';
import { temporaryFolder } from '../../support/cleanup';

const at = '2026-06-01T12:00:00.000Z';
const invited = (email: string): JournalEntry => ({ at, kind: 'invited', email });
const began: JournalEntry = { at, kind: 'began', sync: '1', by: 'Lee', fingerprint: 'f' };

describe('a journal in a file', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = temporaryFolder();
    file = path.join(folder, 'deep', 'journal.jsonl');
  });

  it('is empty before anything is recorded', async () => {
    assert.deepEqual(await journalFile(file).read('memory'), []);
  });

  it('keeps entries for the next process', async () => {
    await journalFile(file).append(invited('a@x.example'));
    assert.deepEqual(await journalFile(file).read('memory'), [invited('a@x.example')]);
  });

  it('sees what another process has appended since', async () => {
    const one = journalFile(file);
    const other = journalFile(file);
    await one.append(invited('a@x.example'));
    assert.equal((await other.read('memory')).length, 1);
    await one.append(invited('ü@x.example'));
    await one.append(invited('b@x.example'));
    assert.deepEqual(await other.read('memory'), [
      invited('a@x.example'),
      invited('ü@x.example'),
      invited('b@x.example'),
    ]);
  });

  it('reads nothing twice when it is read twice at once', async () => {
    const journal = journalFile(file);
    await journal.append(invited('a@x.example'));
    const [one, other] = await Promise.all([journal.read('memory'), journal.read('memory')]);
    assert.deepEqual([one.length, other.length], [1, 1]);
  });

  it('leaves the record of steps to those who ask for the history', async () => {
    const journal = journalFile(file);
    await journal.append(began);
    await journal.append(invited('a@x.example'));
    assert.deepEqual(await journal.read('memory'), [invited('a@x.example')]);
    assert.deepEqual(await journal.read('history'), [began, invited('a@x.example')]);
  });

  for (const cut of [1, 5, 20, -2]) {
    it(`passes over an entry cut off at ${cut}, before and after the next one`, async () => {
      const journal = journalFile(file);
      await journal.append(invited('a@x.example'));
      await appendFile(file, writeEntry(invited('torn@x.example')).slice(0, cut));
      assert.deepEqual(await journal.read('memory'), [invited('a@x.example')]);
      await journal.append(invited('b@x.example'));
      assert.deepEqual(await journal.read('memory'), [
        invited('a@x.example'),
        invited('b@x.example'),
      ]);
      assert.equal((await journalFile(file).read('memory')).length, 2);
    });
  }

  it('refuses a journal that somebody has damaged, naming the line', async () => {
    const journal = journalFile(file);
    await journal.append(invited('a@x.example'));
    await writeFile(file, `\n{"at":"${at}","kind":"invited"}\n`);
    await assert.rejects(journalFile(file).read('memory'), /Line 2 of the journal .* is damaged/);
  });

  it('is for nobody else on this computer, and so is its folder', async () => {
    await journalFile(file).append(invited('a@x.example'));
    for (const made of [file, path.dirname(file)]) {
      // Windows gives what lies in a profile to its owner alone, and shows no such bits.
      const { mode } = process.platform === 'win32' ? { mode: 0 } : await stat(made);
      assert.equal(mode & 0o077, 0, made);
    }
  });

  it('says so when it cannot be used', async () => {
    await assert.rejects(journalFile(folder).read('memory'), /could not be read/);
    await assert.rejects(journalFile(folder).append(began), /could not be written/);
  });
});
