import type { Journal } from '../../src/sync/journal';
import { readEntries, writeEntry } from '../../src/sync/journalText';

/** A journal as its text, which a crash can cut off anywhere. */
export interface TextJournal extends Journal {
  text: string;
}

export function textJournal(text = ''): TextJournal {
  const journal: TextJournal = {
    text,
    read: (part) => Promise.resolve(readEntries(journal.text, 'journal', part)),
    append: (entry) => {
      journal.text += writeEntry(entry);
      return Promise.resolve();
    },
  };
  return journal;
}
