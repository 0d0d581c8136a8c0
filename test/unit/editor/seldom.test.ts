import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { seldom, type Clock, type Seldom } from '../../../src/editor/seldom';

/** Work that a test begins and ends by hand, with a clock that it sets. */
class Bench {
  begun = 0;
  readonly failures: unknown[] = [];
  readonly #ends: { readonly well: () => void; readonly badly: (error: Error) => void }[] = [];
  #time = 0;
  #call: { readonly at: number; readonly call: () => void } | undefined;

  readonly clock: Clock = {
    now: () => this.#time,
    after: (time, call) => {
      this.#call = { at: this.#time + time, call };
      return () => {
        this.#call = undefined;
      };
    },
  };

  readonly work = (): Promise<void> => {
    this.begun += 1;
    return new Promise((well, badly) => this.#ends.push({ well, badly }));
  };

  readonly failed = (error: unknown): void => {
    this.failures.push(error);
  };

  async end(error?: Error): Promise<void> {
    const end = this.#ends.shift();
    if (error) end?.badly(error);
    else end?.well();
    await setImmediate();
  }

  pass(time: number): void {
    this.#time += time;
    const due = this.#call;
    if (!due || due.at > this.#time) return;
    this.#call = undefined;
    due.call();
  }
}

describe('work that is done seldom', () => {
  let bench: Bench;
  let reading: Seldom;

  beforeEach(() => {
    bench = new Bench();
    reading = seldom(bench.work, 30, bench.clock, bench.failed);
  });

  it('begins at once when it is asked for', () => {
    reading.ask();
    assert.equal(bench.begun, 1);
  });

  it('waits for the end of the pause, and is then done once however often it was asked for', async () => {
    reading.ask();
    await bench.end();
    reading.ask();
    reading.ask();
    bench.pass(29);
    assert.equal(bench.begun, 1);
    bench.pass(1);
    assert.equal(bench.begun, 2);
    await bench.end();
    bench.pass(100);
    assert.equal(bench.begun, 2);
  });

  it('never runs twice at a time, and goes on with what was asked for meanwhile', async () => {
    reading.ask();
    bench.pass(100);
    reading.ask();
    assert.equal(bench.begun, 1);
    await bench.end();
    assert.equal(bench.begun, 2);
  });

  it('goes on after work that fails, and tells of the failure', async () => {
    const failure = new Error('lost');
    reading.ask();
    reading.ask();
    bench.pass(100);
    await bench.end(failure);
    assert.deepEqual(bench.failures, [failure]);
    assert.equal(bench.begun, 2);
  });

  it('counts the pause from the beginning', async () => {
    reading.ask();
    bench.pass(20);
    await bench.end();
    reading.ask();
    bench.pass(10);
    assert.equal(bench.begun, 2);
  });

  it('does nothing any more when it is over', async () => {
    reading.ask();
    await bench.end();
    reading.ask();
    reading.dispose();
    bench.pass(100);
    reading.ask();
    assert.equal(bench.begun, 1);
  });
});
