import assert from 'node:assert/strict';
import { onSite } from '../../support/site';

const head = 'spaces: { DOCS: { manage: additive } }\n';

describe('a group of the file', () => {
  const rows: [rule: string, page: string, asked: readonly string[]][] = [
    ['that stands on a page is known from there', '11', []],
    ['that stands on no page is asked for', '10', ['docs-team']],
  ];
  for (const [rule, page, asked] of rows) {
    it(rule, () =>
      onSite({}, async (site) => {
        const plan = await site.plan(`${head}pages: [{ page: ${page}, view: [group:docs-team] }]`);
        assert.deepEqual(plan.blocked, []);
        const queries = site.sandbox
          .requests()
          .filter(({ path }) => path.endsWith('/group/picker'))
          .map(({ query }) => query['query']);
        assert.deepEqual(queries, asked);
      }),
    );
  }
});
