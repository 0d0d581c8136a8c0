import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/document/edit';
import { addPage } from '../../../src/document/edit/entry';
import { writeInTurn } from '../../../src/language/writing';
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
