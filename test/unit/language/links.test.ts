import assert from 'node:assert/strict';
import { linksIn } from '../../../src/language/links';
import { placeOf, sourceOf } from '../../support/cursor';
import { shared } from './shared';

function links(text: string): readonly (readonly [place: string, address: string])[] {
  return linksIn(sourceOf(text)).map(({ span, address }) => [placeOf(text, span), address]);
}

const pages = [
  ['19 123456', 'https://acme.atlassian.net/wiki/pages/viewpage.action?pageId=123456'],
  [
    '23 https://acme.atlassian.net/wiki/spaces/DOCS/pages/77/Guide',
    'https://acme.atlassian.net/wiki/pages/viewpage.action?pageId=77',
  ],
];
const site = ['2 https://acme.atlassian.net', 'https://acme.atlassian.net/wiki'];
const organization = ['3 6f1c0a2e', 'https://admin.atlassian.com/o/6f1c0a2e'];

const rows: readonly (readonly [
  name: string,
  before: string,
  after: string,
  links: readonly (readonly string[])[],
])[] = [
  ['the site, the pages and the organization', '', '', [site, ...pages, organization]],
  ['no page without a site', 'site: https:', 'site: acme:', [organization]],
  ['no page on a site that is not encrypted', 'site: https:', 'site: http:', [organization]],
  [
    'no page of another site',
    '"https://acme.',
    '"https://else.',
    [site, pages[0] ?? [], organization],
  ],
  ['no page that is none', 'page: 123456', 'page: 12x', [site, pages[1] ?? [], organization]],
  ['no organization that is none', '6f1c0a2e', '"../x"', [site, ...pages]],
  ['no script', 'site: https://acme.atlassian.net', 'site: javascript:alert(1)', [organization]],
  ['an organization in quotes', '6f1c0a2e', '"6f1c0a2e" # ours', [site, ...pages, organization]],
];

describe('the links of a file', () => {
  for (const [name, before, after, expected] of rows)
    it(`lead to ${name}`, () => {
      assert.deepEqual(links(shared.replace(before, after)), expected);
    });

  it('lead to the sandbox site on this machine', () => {
    const text = 'version: 1\nsite: http://localhost:8080\npages: [{ page: 5 }]\n';
    assert.deepEqual(links(text), [
      ['2 http://localhost:8080', 'http://localhost:8080/wiki'],
      ['3 5', 'http://localhost:8080/wiki/pages/viewpage.action?pageId=5'],
    ]);
  });
});
