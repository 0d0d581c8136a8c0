import assert from 'node:assert/strict';
import { fits, isPattern, newName } from '../../../src/editor/fileName';

describe('the pattern of a file’s name', () => {
  const fitting: readonly [string, string][] = [
    ['guests.yaml', 'guests.yaml'],
    ['docs.guests.yaml', '*.guests.yaml'],
    ['guests.docs.yml', 'guests.*.yml'],
    ['guests.yaml', 'guests*.yaml'],
    ['a.b.b.c.yaml', '*.b.*.yaml'],
    ['aXbXa.yaml', 'a*b*a.yaml'],
  ];

  for (const [name, pattern] of fitting) {
    it(`${pattern} takes ${name}`, () => {
      assert.ok(fits(name, pattern));
    });
  }

  const other: readonly [string, string][] = [
    ['Guests.yaml', 'guests.yaml'],
    ['my-guests.yaml', 'guests.yaml'],
    ['guests.yaml.bak', '*.yaml'],
    ['guests-yaml', 'guests.yaml'],
    ['guests.yaml', '*.guests.yaml'],
    ['aba.yaml', 'ab*ba.yaml'],
    ['a.c.yaml', '*.b.*.yaml'],
  ];

  for (const [name, pattern] of other) {
    it(`${pattern} leaves ${name} out`, () => {
      assert.ok(!fits(name, pattern));
    });
  }

  it('answers at once, however it is made', () => {
    assert.ok(!fits(`${'a'.repeat(5_000)}.yml`, `${'*a'.repeat(2_000)}*b.yml`));
  });

  it('is a name that ends like YAML, without folders and without other signs of a glob', () => {
    const refused = ['', 'guests.txt', 'a/guests.yaml', 'a\\guests.yaml', '{a,b}.yaml', '[a].yaml'];
    for (const one of [...refused, '?.yaml', '!a.yaml', 3, undefined]) {
      assert.ok(!isPattern(one), String(one));
    }
    for (const one of ['guests.yaml', '*.yml', 'Gäste (neu).yaml']) assert.ok(isPattern(one), one);
  });
});

describe('the name of a new file', () => {
  const names: readonly [readonly string[], string][] = [
    [['collaborators.yaml', 'collaborators.yml'], 'collaborators.yaml'],
    [['guests.yaml', 'coll*.yaml'], 'collaborators.yaml'],
    [['guests.yaml', 'guests.yml'], 'guests.yaml'],
    [['*.guests.yml'], 'collaborators.guests.yml'],
    [[], 'collaborators.yaml'],
  ];

  for (const [patterns, name] of names) {
    it(`is ${name} for ${patterns.join(', ') || 'no pattern'}`, () => {
      assert.equal(newName(patterns), name);
    });
  }
});
