import assert from 'node:assert/strict';
import { kindNames, runKind } from '../../faults/pairs';

describe('syncing on ends where it does without a fault, with every promise kept, after', () => {
  // A few places of each fault, each in another world; `npm run test:faults` goes through all of them.
  for (const [index, name] of kindNames.entries()) {
    it(name, async () => {
      assert.deepEqual(await runKind(name, 5, 1000 * index), []);
    });
  }
});
