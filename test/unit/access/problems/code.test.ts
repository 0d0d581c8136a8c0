import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { levelOf, usualLevels } from '../../../../src/access/problems/code';
import { projectRoot } from '../../../support/project';

const read = (name: string): string => readFileSync(path.join(projectRoot, name), 'utf8');

interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: Readonly<
        Record<
          string,
          {
            readonly properties?: Readonly<
              Record<string, { readonly enum: readonly string[]; readonly default: string }>
            >;
          }
        >
      >;
    };
  };
}

describe('the codes of what the site says', () => {
  it('are those of the setting, with the levels that they usually have', () => {
    const { contributes } = JSON.parse(read('package.json')) as Manifest;
    const setting = contributes.configuration.properties['confluenceGuests.problems.severity'];
    const defaults = Object.entries(setting?.properties ?? {}).map(([code, one]) => {
      assert.deepEqual(one.enum, ['error', 'warning', 'information', 'hint', 'off']);
      return [code, one.default];
    });
    assert.deepEqual(defaults, Object.entries(usualLevels));
  });

  it('are each explained on the page that they link to, with their usual level', () => {
    const page = read('docs/problems.md');
    const explained = [...page.matchAll(/^### (\w+)\n\n_(\w+)\._ \S/gm)].map(
      ([, code = '', level = '']) => [code, level.toLowerCase()],
    );
    assert.deepEqual(explained.sort(), Object.entries(usualLevels).sort());
  });

  it('take the level that a setting gives them', () => {
    assert.equal(levelOf('drift', { drift: 'hint' }), 'hint');
    assert.equal(levelOf('drift', { quotaNear: 'hint' }), 'warning');
  });

  for (const wrong of [undefined, null, 'off', { drift: 'loud' }, { drift: 3 }, []])
    it(`stay as usual with the setting ${JSON.stringify(wrong)}`, () => {
      assert.equal(levelOf('drift', wrong), 'warning');
    });
});
