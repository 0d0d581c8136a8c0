import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/document/edit';
import { addPage } from '../../../src/document/edit/entry';
import { canWrite, closedList, writeInTurn } from '../../../src/language/writing';
import { knownOf } from './fixes/ask';

const addOne = (text: string) => addPage(text, { page: '77', view: ['eve@partner.example'] });
const written = 'pages:\n  - page: 77\n    view: [eve@partner.example]\n';

function write(text: string): string | undefined {
  const edits = writeInTurn(text, [addOne], knownOf(text));
  return edits && applyEdits(text, edits);
}

describe('writing into a file with mistakes', () => {
  it('goes on beside one that stays what it is', () => {
    assert.equal(write('limits: }\n'), `limits: }\n${written}`);
  });

  it('does not write what would be read as a part of one', () => {
    const text = 'guests:  - { email: a@b.example, space: DOCS ';
    assert.notDeepEqual(addOne(text), []);
    assert.equal(write(text), undefined);
  });
});

const guest = '{ email: a@b.example, space: DOCS }';

/** What a file has behind its first lines, whether guests and pages can be added, and the list in the way. */
const closed: readonly (readonly [lines: string, can: boolean, key: string | undefined])[] = [
  ['', true, undefined],
  [`guests: [${guest}]`, true, undefined],
  [`guests:\n  - &a ${guest}`, true, undefined],
  ['guests: &all []', false, 'guests'],
  [`guests: &all\n  - ${guest}`, false, 'guests'],
  [`guests: [${guest}]\npages: &all []`, false, 'pages'],
  ['guests: &none []\npages: *none', false, 'guests'],
  ['none: &none []\npages: *none', false, 'pages'],
  ['guests: !!seq []', false, 'guests'],
  ['gusts: []\nguests: &all []', false, 'guests'],
  ['guests: [', false, undefined],
  ['guests: none', false, undefined],
  ['guests: &all', false, undefined],
];

describe('a list to which nothing can be added', () => {
  for (const [lines, can, key] of closed)
    it(`is ${key ?? 'not what is in the way'} in ${JSON.stringify(lines)}`, () => {
      const text = `version: 1\nsite: https://acme.atlassian.net\nspaces: { DOCS: }\n${lines}\n`;
      assert.equal(canWrite(text), can);
      assert.equal(closedList(text), key);
    });
});
