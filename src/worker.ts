/**
 * What takes too long for the editor's thread, as the entry of a bundle that runs in a thread of its
 * own. Each question is answered by one parcel, the last of a reading by `undefined`.
 */
import { parentPort } from 'node:worker_threads';
import type { Parsed } from './document/parse';
import { parse } from './document/parse';
import type { Question } from './worker/question';
import { parcelsOf } from './worker/parcel';

/** What was read before makes reading nearly the same text again quick. */
let last: Parsed | undefined;
let parcels: Iterator<unknown> = [].values();

parentPort?.on('message', (question: Question) => {
  if (question !== 'next') {
    last = parse(question.text, question.today, last);
    parcels = parcelsOf(last, question.text)[Symbol.iterator]();
  }
  parentPort?.postMessage(parcels.next().value);
});
