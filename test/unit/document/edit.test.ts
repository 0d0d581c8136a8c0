import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/document/edit';
import { revoke } from '../../../src/document/edit/revoke';
import { parse } from '../../../src/document/parse';
import { head, sample, today } from '../../support/samples';

/** The text before and after its first guest is revoked. */
const rows: readonly (readonly [name: string, before: string, after: string])[] = [
  [
    'a block entry',
    '  - email: a@b.example\n    space: DOCS\n    role: viewer\n',
    '  - email: a@b.example\n    space: DOCS\n    role: viewer\n    access: revoked\n',
  ],
  [
    'a comment behind the space',
    '- space: DOCS   # home\n  email: a@b.example',
    '- space: DOCS   # home\n  email: a@b.example\n  access: revoked',
  ],
  [
    'the end of a file without a line break',
    '  - email: a@b.example\n    space: "DOCS"',
    '  - email: a@b.example\n    space: "DOCS"\n    access: revoked',
  ],
  [
    'a wide indent',
    '    -   email: a@b.example\n        space: DOCS\n',
    '    -   email: a@b.example\n        space: DOCS\n        access: revoked\n',
  ],
  [
    'a flow entry',
    "  - { email: 'a@b.example', space: DOCS } # x\n",
    "  - { email: 'a@b.example', space: DOCS, access: revoked } # x\n",
  ],
  [
    'a flow entry in lines',
    '  - {\n    email: a@b.example, # who\n    space: DOCS, # where\n  }\n',
    '  - {\n    email: a@b.example, # who\n    space: DOCS, access: revoked, # where\n  }\n',
  ],
  [
    'JSON',
    '  [{"email":"a@b.example","space":"DOCS"}]',
    '  [{"email":"a@b.example","space":"DOCS", access: revoked}]',
  ],
  [
    'an access that is granted',
    '  - email: a@b.example\n    access: granted  # for now\n    space: DOCS\n',
    '  - email: a@b.example\n    access: revoked  # for now\n    space: DOCS\n',
  ],
  [
    'an access in quotes',
    '  - { email: a@b.example, access: "granted", space: DOCS }\n',
    '  - { email: a@b.example, access: "revoked", space: DOCS }\n',
  ],
];

function revokeFirst(text: string): string {
  const [guest] = parse(text, today).document.guests ?? [];
  assert.ok(guest);
  return applyEdits(text, revoke(text, guest));
}

describe('revoking a guest', () => {
  for (const [name, before, after] of rows)
    for (const [ending, lineBreak] of [
      ['LF', '\n'],
      ['CRLF', '\r\n'],
    ] as const)
      it(`changes only the access in ${name}, with ${ending}`, () => {
        const write = (guests: string) => `${head}guests:\n${guests}`.replaceAll('\n', lineBreak);
        const revoked = revokeFirst(write(before));
        assert.equal(revoked, write(after));
        const { document, problems } = parse(revoked, today);
        assert.equal(document.guests?.[0]?.access, 'revoked');
        assert.deepEqual(problems, []);
      });

  it('finds the right one of several', () => {
    const cho = parse(sample, today).document.guests?.[1];
    assert.ok(cho);
    const { guests } = parse(applyEdits(sample, revoke(sample, cho)), today).document;
    assert.deepEqual(
      guests?.map(({ access }) => access),
      ['granted', 'revoked', 'revoked'],
    );
  });

  it('changes nothing when it is done already', () => {
    const ben = parse(sample, today).document.guests?.[2];
    assert.ok(ben);
    assert.deepEqual(revoke(sample, ben), []);
  });
});
