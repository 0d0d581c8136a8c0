import assert from 'node:assert/strict';
import { readEmail } from '../../../../src/language/fixes/email';

const rows: readonly (readonly [written: string, email: string | undefined])[] = [
  ['mailto:ana@b.example', 'ana@b.example'],
  ['mailto:ana@b.example?subject=Hi', 'ana@b.example'],
  ['Ana Díaz <ana@b.example>', 'ana@b.example'],
  ['ana@b.example,', 'ana@b.example'],
  ['(ana@b.example).', 'ana@b.example'],
  ['ana @ b.example', 'ana@b.example'],
  ['ana(at)b.example', 'ana@b.example'],
  ['ana@b', undefined],
  ['ana', undefined],
  ['ana@b.example, cho@b.example', undefined],
  ['ana díaz@b.example', undefined],
  ['ana@b.example', undefined],
];

describe('an address with a slip', () => {
  for (const [written, email] of rows)
    it(`${JSON.stringify(written)} is ${email ?? 'left alone'}`, () => {
      assert.equal(readEmail(written), email);
    });
});
