import assert from 'node:assert/strict';
import {
  count,
  describeResults,
  summary,
  type Results,
  type TestEvent,
} from '../../support/results';

function resultsOf(...events: readonly TestEvent[]): Results {
  return { name: 'host: basic in VS Code 1.104.0', seconds: 2, events };
}

const test = { suite: 'the trees', title: 'show guests' };

describe('the results of a run', () => {
  it('name a test that passed only when it was tried again, with what went wrong first', () => {
    const results = resultsOf(
      { kind: 'retried', ...test, error: 'too late' },
      { kind: 'passed', ...test },
      { kind: 'finished' },
    );
    assert.equal(
      describeResults(results),
      `
host: basic in VS Code 1.104.0 (2.0 s)
  ✓ the trees  1/1
    ↻ show guests (passed only when tried again)
      too late`,
    );
    assert.equal(summary(count([results])), '1 passed, 0 failed, 1 passed only when tried again');
  });

  it('count a test that failed twice as one failure', () => {
    const results = resultsOf(
      { kind: 'retried', ...test, error: 'too late' },
      { kind: 'failed', ...test, error: 'too late again' },
      { kind: 'finished' },
    );
    assert.doesNotMatch(describeResults(results), /↻/);
    assert.match(describeResults(results), /✗ show guests\n {6}too late again$/);
    assert.equal(summary(count([results])), '0 passed, 1 failed');
  });

  it('count a run that broke off as a failure', () => {
    const results = { ...resultsOf({ kind: 'passed', ...test }), broken: 'The window crashed.' };
    assert.equal(summary(count([results])), '1 passed, 1 failed');
  });
});
