/**
 * What takes too long for the editor's thread, as the entry of a bundle that runs in a thread of its
 * own. Each question is answered by one parcel, the last of a reading by `undefined`.
 */
import { parentPort } from 'node:worker_threads';
import type { Parsed } from './document/parse';
import { parse } from './document/parse';
import { parcelsOf } from './worker/parcel';
import type { Question } from './worker/question';
import { keepRecent } from './worker/recent';

/** So many files are remembered, each of which may take some ten megabytes. */
const most = 3;

/** What was last read of a file makes reading nearly the same text again quick. */
const known = new Map<string, Parsed>();
let parcels: Iterator<unknown> = [].values();

parentPort?.on('message', (question: Question) => {
  if (question !== 'next') {
    const { file, text, today } = question;
    const parsed = parse(text, today, known.get(file));
    keepRecent(known, file, parsed, most);
    parcels = parcelsOf(parsed, text)[Symbol.iterator]();
  }
  parentPort?.postMessage(parcels.next().value);
});
