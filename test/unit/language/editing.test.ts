import assert from 'node:assert/strict';
import { fuzzEditing } from '../../fuzz/editing';

describe('everything that is offered in broken documents', () => {
  it('comes without an exception and in time, and no edit leaves more syntax errors', async function () {
    this.timeout(60_000);
    const { sound, tried, failures } = await fuzzEditing(300, 20_270_104, 5_000);
    assert.deepEqual(failures, []);
    // Of documents that are all sound or all broken, or with nothing to do, this would prove little.
    assert.ok(sound > 60 && sound < 240, `${sound} sound`);
    for (const [name, count] of Object.entries(tried)) assert.ok(count > 10, `${count} ${name}`);
  });
});
