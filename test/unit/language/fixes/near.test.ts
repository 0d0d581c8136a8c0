import assert from 'node:assert/strict';
import { linesNear } from '../../../../src/language/fixes/near';
import { head } from '../../../support/samples';
import { answer } from './ask';
import type { Row } from './ask';

const many = 400;

function guests(name: string): string {
  const entry = (_: unknown, index: number): string =>
    `  - email: ${name}${index}@b.example\n    space: DOCS\n`;
  return Array.from({ length: many }, entry).join('');
}

describe('the lines around a place', () => {
  const long = `${head}guests:\n${guests('a')} - email: b@b.example\n${guests('c')}pages: []\n`;
  const at = long.indexOf(' - email: b');

  it('are the whole of a short text', () => {
    const near = linesNear(head, 3);
    assert.deepEqual(near?.span, { start: 0, end: head.length });
    assert.equal(near.edited([]), head);
  });

  it('are whole entries below the key of their section, however long the text is', () => {
    const near = linesNear(long, at);
    assert.match(near?.edited([]) ?? '', /^guests:\n {2}- email: a\d+@[^]*\n {4}space: DOCS\n$/);
    assert.ok((near?.edited([]).length ?? Infinity) < 5000);
  });

  it('show the edits of them, and no others', () => {
    const [first, here] = [
      { span: { start: 0, end: 7 }, text: '' },
      { span: { start: at, end: at + 1 }, text: '  ' },
    ];
    const shown = linesNear(long, at)?.edited([first, here]) ?? '';
    assert.match(shown, /^guests:[^]*\n {2}- email: b@b\.example\n/);
  });

  it('are none where one line is too long', () => {
    assert.equal(linesNear(`# ${'x'.repeat(5000)}`, 2), undefined);
  });
});

describe('the fixes of a long text', () => {
  const start = `${head}guests:\n${guests('a')}`;
  const rows: readonly Row[] = [
    [
      'syntax',
      ' - email: b@b.example\n   space: DOCS\npages: []\n',
      'preferred',
      'Indent it like the lines above',
      '  - email: b@b.example\n    space: DOCS\npages: []\n',
    ],
    [
      'syntax',
      '  - { email: b@b.example, space: DOCS\n  - email: c@d.example\n    space: DOCS\n',
      'preferred',
      'Close it where the line ends',
      '  - { email: b@b.example, space: DOCS }\n  - email: c@d.example\n    space: DOCS\n',
    ],
  ];
  for (const row of rows)
    it(`${row[3]}, behind ${start.length} characters`, () => {
      assert.deepEqual(answer(row, start), row);
    });
});
