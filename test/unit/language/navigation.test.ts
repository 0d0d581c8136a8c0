import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkNavigation } from '../../fuzz/navigation';
import { randomFrom } from '../../fuzz/random';

describe('outline, definitions, references, renaming, links, folding and selection', () => {
  it('answer for any place of any text with places in that text', function () {
    this.timeout(60_000);
    let renamed = 0;
    const property = fc.property(fc.nat(), (seed) => {
      if (checkNavigation(randomFrom(seed))) renamed += 1;
    });
    fc.assert(property, { seed: 20_270_101, numRuns: 2000 });
    // Of texts in which nothing can be renamed, this would prove little.
    assert.ok(renamed > 40, `${renamed} renamed`);
  });
});
