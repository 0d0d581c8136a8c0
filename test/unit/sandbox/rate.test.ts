import assert from 'node:assert/strict';
import * as the from './support';

const me = '/wiki/rest/api/user/current';
const names = ['limit', 'remaining', 'nearlimit'].map((name) => `x-ratelimit-${name}`);

describe('A limit of five requests a second', () => {
  const rows: [rule: string, count: number, headers: readonly (string | null)[]][] = [
    ['tells how many are left', 1, ['5', '4', 'false']],
    ['is not near while a fifth of it is left', 4, ['5', '1', 'false']],
    ['is near with less', 5, ['5', '0', 'true']],
  ];
  for (const [rule, count, expected] of rows) {
    it(rule, async () => {
      const site = await the.start();
      site.sandbox.setSwitches({ ratePerSecond: 5 });
      let headers = new Headers();
      for (let asked = 0; asked < count; asked++) {
        ({ headers } = await site.as(the.lee, 'GET', me));
      }
      assert.deepEqual(
        names.map((name) => headers.get(name)),
        expected,
      );
    });
  }

  it('is not spoken of where there is none', async () => {
    const site = await the.start();
    const { headers } = await site.as(the.lee, 'GET', me);
    assert.deepEqual(
      names.filter((name) => headers.has(name)),
      [],
    );
  });
});
