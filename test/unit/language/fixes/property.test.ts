import assert from 'node:assert/strict';
import fc from 'fast-check';
import { edit } from '../../../fuzz/edits';
import { randomFile } from '../../../fuzz/files';
import { checkFixes } from '../../../fuzz/fixes';
import { randomFrom } from '../../../fuzz/random';

describe('the fixes of a random file with a slip', () => {
  it('leave it as sound as it was, and the preferred one without the problem', async () => {
    let fixes = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const random = randomFrom(seed);
        const [text = ''] = edit(random, randomFile(random)).slice(-1);
        const checked = await checkFixes(text);
        fixes += checked.fixes;
        assert.deepEqual(checked.failures, []);
      }),
      { numRuns: 60, endOnFailure: true },
    );
    assert.ok(fixes > 60);
  });
});
