import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../support/project';

const bundle = path.join(projectRoot, 'dist', 'extension.js');

describe('the extension as it is shipped', () => {
  it('is smaller than 250 kB', () => {
    assert.ok(statSync(bundle).size < 250_000, `${statSync(bundle).size} bytes`);
  });

  it('holds neither undici nor what belongs to the bundles loaded on demand', () => {
    const text = readFileSync(bundle, 'utf8');
    for (const foreign of [
      'UND_ERR_INVALID_ARG',
      'EnvHttpProxyAgent',
      '/users/invite',
      '__sandbox',
    ]) {
      assert.ok(!text.includes(foreign), foreign);
    }
  });
});
