import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Parsed } from '../document/parse';
import type { Parcel } from './parcel';
import { joinParcels } from './parcel';
import type { Question, Reading } from './question';

/** Milliseconds without a question after which the thread ends, for it takes its memory. */
const idle = 60_000;

/** Reads texts in a thread of its own, one after the other. */
export class Parser {
  #worker: Worker | undefined;
  #ending: NodeJS.Timeout | undefined;
  #parsing: Promise<unknown> = Promise.resolve();

  /** @param script the compiled `worker.ts` */
  constructor(private readonly script: string) {}

  /** What `parse` says. The caller's thread is never busy with it for more than a moment. */
  async parse(reading: Reading): Promise<Parsed> {
    const parsing = this.#parsing.then(() => this.#parse(reading));
    this.#parsing = parsing.catch(() => undefined);
    return parsing;
  }

  async #parse(reading: Reading): Promise<Parsed> {
    clearTimeout(this.#ending);
    const worker = (this.#worker ??= new Worker(this.script));
    try {
      const parcels: Parcel[] = [];
      let parcel = await ask(worker, reading);
      while (parcel) {
        parcels.push(parcel);
        parcel = await ask(worker, 'next');
      }
      return joinParcels(parcels, reading.text);
    } catch (error) {
      this.dispose();
      throw error;
    } finally {
      if (this.#worker === worker)
        this.#ending = setTimeout(() => {
          this.dispose();
        }, idle);
    }
  }

  dispose(): void {
    clearTimeout(this.#ending);
    void this.#worker?.terminate();
    this.#worker = undefined;
  }
}

/** Rejects when the thread cannot be started or breaks down. */
async function ask(worker: Worker, question: Question): Promise<Parcel | undefined> {
  worker.postMessage(question);
  const [answer] = (await once(worker, 'message')) as [Parcel | undefined];
  return answer;
}
