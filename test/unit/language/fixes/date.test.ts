import assert from 'node:assert/strict';
import { readDay } from '../../../../src/language/fixes/date';

const rows: readonly (readonly [written: string, day: string | undefined])[] = [
  ['31.03.2027', '2027-03-31'],
  ['1.2.2027', '2027-02-01'],
  ['2027/3/31', '2027-03-31'],
  ['2027.03.31', '2027-03-31'],
  ['2027-3-1', '2027-03-01'],
  ['2027-03-31,', '2027-03-31'],
  ['20270331', '2027-03-31'],
  ['2027-03-31T12:00:00Z', '2027-03-31'],
  ['31/03/2027', '2027-03-31'],
  ['03/31/2027', '2027-03-31'],
  ['03/04/2027', undefined],
  ['04/04/2027', '2027-04-04'],
  ['31 March 2027', '2027-03-31'],
  ['31st of Mar 2027', '2027-03-31'],
  ['31-Mar-2027', '2027-03-31'],
  ['March 31, 2027', '2027-03-31'],
  ['Sept 1st 2027', '2027-09-01'],
  ['31 Ma 2027', undefined],
  ['2027-02-30', '2027-02-28'],
  ['2028-02-31', '2028-02-29'],
  ['2027-13-01', undefined],
  ['2027-00-10', undefined],
  ['+30 days', '2027-01-31'],
  ['in 90 days', '2027-04-01'],
  ['31.3.27', undefined],
  ['March 2027', undefined],
  ['soon', undefined],
  ['', undefined],
];

describe('a day in another form', () => {
  for (const [written, day] of rows)
    it(`${JSON.stringify(written)} is ${day ?? 'none, or could be several'}`, () => {
      assert.equal(readDay(written, '2027-01-01'), day);
    });
});
