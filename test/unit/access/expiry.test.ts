import assert from 'node:assert/strict';
import { expiryOf, expiryWords, type Terms } from '../../../src/access/expiry';
import { say } from '../../../src/document/sentence';

const today = '2026-06-01';

describe('when credentials end', () => {
  const rows: readonly (readonly [name: string, terms: Terms, said: readonly string[]])[] = [
    ['nobody knows', {}, []],
    ['in a month', { expires: '2026-07-01' }, ['token good expires in 30 days, on 2026-07-01']],
    ['in 15 days', { expires: '2026-06-16' }, ['token good expires in 15 days, on 2026-06-16']],
    ['in 14 days', { expires: '2026-06-15' }, ['token expiring expires in 14 days, on 2026-06-15']],
    ['tomorrow', { expires: '2026-06-02' }, ['token expiring expires tomorrow']],
    ['today', { expires: today }, ['token expiring expires today']],
    ['yesterday', { expires: '2026-05-31' }, ['token expired expired on 2026-05-31']],
    [
      'a year after it was given at the latest',
      { given: '2026-01-01' },
      ['token good expires by 2027-01-01 at the latest'],
    ],
    [
      'soon, for it was given almost a year ago',
      { given: '2025-06-10' },
      ['token expiring expires by 2026-06-10 at the latest'],
    ],
    [
      'at some time, for it was given more than a year ago',
      { given: '2025-05-31' },
      ['token expired expired by 2026-05-31 at the latest'],
    ],
    [
      'each by itself',
      { expires: '2026-06-02', organization: { expires: '2026-05-31' } },
      ['token expiring expires tomorrow', 'key expired expired on 2026-05-31'],
    ],
    [
      'the key alone, for of the token nothing is known',
      { organization: { expires: today } },
      ['key expiring expires today'],
    ],
  ];
  for (const [name, terms, said] of rows) {
    it(`${name}: ${JSON.stringify(terms)}`, () => {
      assert.deepEqual(
        expiryOf(terms, today).map((one) => `${one.secret} ${one.state} ${say(expiryWords(one))}`),
        said,
      );
    });
  }
});
