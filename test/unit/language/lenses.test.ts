import assert from 'node:assert/strict';
import type { Known } from '../../../src/language/known';
import { lensesFor, lensWords, type Lens, type LensWords } from '../../../src/language/lenses';
import { say, sentence } from '../../../src/document/sentence';
import { writeFile } from '../../bench/check/file';
import type { Site } from '../access/readings';
import { body, head, knownOf, site } from './known';

const whole = head + body;

/** The words of the first lens of a kind. */
function wordsOf(kind: Lens['kind'], known: Known, isCurrent = true): LensWords {
  const lens = lensesFor(known.document).find((one) => one.kind === kind);
  assert.ok(lens);
  return lensWords(lens, known, isCurrent);
}

function said(kind: Lens['kind'], known: Known, isCurrent = true): string {
  return wordsOf(kind, known, isCurrent).parts.map(say).join(' · ');
}

/** A file with one guest, whose entry has more keys. */
function guest(more: string): string {
  return `${head}guests: [{ email: ana@partner.example, space: DOCS${more} }]\n`;
}

const active: Site = {
  people: { 'ana@partner.example': 'guest active' },
  spaces: { DOCS: { 'ana@partner.example': 'contributor' } },
};

describe('the lens of a guest', () => {
  const lenses: readonly (readonly [text: string, site: Site | undefined, words: string])[] = [
    [whole, undefined, 'DOCS · 12 days left · 1 page'],
    [whole, site, 'active · DOCS · 12 days left · 1 page'],
    [guest(''), undefined, 'DOCS'],
    [guest(''), active, 'active · DOCS'],
    [guest(''), {}, 'to invite to DOCS'],
    [guest(''), { ...active, spaces: {} }, 'to let into DOCS'],
    [guest(', expires: 2026-06-01'), active, 'active · DOCS · last day today'],
    [guest(', expires: 2026-06-02'), active, 'active · DOCS · 1 day left'],
    [guest(', expires: 2026-12-01'), active, 'active · DOCS · 183 days left'],
    [guest(', expires: 2026-05-31'), active, 'expired on 2026-05-31, to remove · DOCS'],
    [guest(', expires: 2026-05-31'), undefined, 'expired on 2026-05-31, not checked · DOCS'],
    [guest(', access: revoked, expires: 2027-01-01'), active, 'revoked, to remove · DOCS'],
    [
      guest(''),
      { people: { 'ana@partner.example': 'guest waiting' } },
      'waiting for the invitation to be accepted · DOCS',
    ],
    [guest(''), { people: { 'ana@partner.example': 'user active' } }, 'not possible now · DOCS'],
    [`${guest('')}pages: []\n`, undefined, 'DOCS · on no page'],
  ];
  for (const [text, of, words] of lenses)
    it(`says “${words}” ${of ? 'signed in' : 'signed out'}`, () => {
      assert.equal(said('guest', knownOf(text, of)), words);
    });
  it('says that an entry is not checked that has changed since the site was read', () => {
    const words = wordsOf('guest', knownOf(guest(', role: viewer'), active, guest('')));
    assert.deepEqual(words.parts.map(say), ['not checked', 'DOCS']);
    assert.equal(words.readAt, undefined);
  });
  it('tells when the site was read, and why something is not possible', () => {
    const words = wordsOf(
      'guest',
      knownOf(guest(''), { people: { 'ana@partner.example': 'user active' } }),
    );
    assert.equal(words.readAt, '2026-06-01T10:00:00.000Z');
    assert.match(words.reason ? say(words.reason) : '', /already is a Confluence user/);
    assert.equal(wordsOf('guest', knownOf(whole)).readAt, undefined);
  });
  it('leads to the entries of the pages, through a team too', () => {
    const places = wordsOf('guest', knownOf(whole)).places;
    assert.deepEqual(
      places.map(({ start, end }) => whole.slice(start, end)),
      ['team:reviewers'],
    );
  });
});

/** A page with the lists, in a file of two guests. */
function page(lists: string): string {
  return whole.replace(/ {4}view:[^]*/, lists);
}

describe('the lens of a page', () => {
  const open: Site = { ...site, above: {} };
  const lenses: readonly (readonly [text: string, site: Site | undefined, words: string])[] = [
    [whole, undefined, '2 guests to view · 1 to edit'],
    [whole, site, '1 guest may view · 0 may edit · restricted by parent'],
    [whole, open, '2 guests may view · 1 may edit'],
    [whole, { ...open, pages: { 7: [] } }, '2 guests may view · 1 may edit · open, to restrict'],
    [
      whole,
      { ...open, pages: { 7: ['ana@partner.example'] } },
      '1 guest may view · 0 may edit · 1 to add',
    ],
    [
      whole,
      { ...open, organization: false, hidden: true },
      '2 guests may view · 1 may edit · waiting for the organization admin',
    ],
    [whole, { ...open, pages: {} }, '2 guests to view · 1 to edit · not possible now'],
    [
      whole,
      { ...site, pages: { 7: ['ana@partner.example'], 1: [] } },
      'viewers not checked · 1 to add',
    ],
    [page('    edit: [cho@client.example, group:staff]'), undefined, '1 to edit'],
    [page('    view: [team:reviewers]'), undefined, '1 guest to view'],
    [page('    tree: false'), undefined, 'nothing decided'],
  ];
  for (const [text, of, words] of lenses)
    it(`says “${words}” ${of ? 'signed in' : 'signed out'}`, () => {
      assert.equal(said('page', knownOf(text, of)), words);
    });
  it('counts no guest whose access has ended', () => {
    const text = whole.replace('2026-06-13', '2026-05-13');
    assert.equal(said('page', knownOf(text)), '1 guest to view · 1 to edit');
  });
  it('says what the file lists, unchecked, once that has changed since the site was read', () => {
    const text = whole.replace('view: [team:reviewers, ', 'view: [');
    const words = wordsOf('page', knownOf(text, site, whole));
    assert.deepEqual(words.parts.map(say), ['1 guest to view', '1 to edit', 'not checked']);
    assert.equal(words.readAt, undefined);
  });
});

describe('what the lens of a page tells besides', () => {
  it('is without direction marks and control characters of its title', () => {
    const text = whole.replace('title: Plan', 'title: "[x](command:y)\\u202e\\u0007$(zap)"');
    const { reason } = wordsOf('page', knownOf(text, { ...site, pages: {} }));
    assert.match(reason ? say(reason) : '', /^Page \[x\]\(command:y\) \$\(zap\) is not there/);
  });
});

describe('the lens of the file', () => {
  const lenses: readonly (readonly [text: string, site: Site | undefined, words: string])[] = [
    [whole, undefined, 'Preview sync'],
    [whole, { ...site, above: {} }, 'Preview sync: nothing to change'],
    [guest(''), { ...active, spaces: {} }, 'Preview sync: 1 change'],
    [guest(''), {}, 'Preview sync: 2 changes'],
    [
      guest(''),
      { people: { 'ana@partner.example': 'user active' } },
      'Preview sync: nothing to change · 1 not possible now',
    ],
  ];
  for (const [text, of, words] of lenses)
    it(`says “${words}” ${of ? 'signed in' : 'signed out'}`, () => {
      assert.equal(said('file', knownOf(text, of)), words);
    });
  it('claims nothing when the site was read for another text', () => {
    const words = wordsOf('file', knownOf(whole, site), false);
    assert.deepEqual(words.parts, [sentence('Preview sync')]);
    assert.equal(words.readAt, undefined);
  });
  it('stands above the first line, in a file that cannot be understood too', () => {
    assert.deepEqual(lensesFor(knownOf('a: [').document), [
      { kind: 'file', span: { start: 0, end: 0 } },
    ]);
  });
});

describe('the lenses of a large file', () => {
  it('are found for every guest and page', function () {
    this.timeout(60_000);
    const known = knownOf(writeFile({ guests: 5_000, pages: 2_000 }), {});
    const lenses = lensesFor(known.document);
    assert.equal(lenses.length, 7_001);
    for (const lens of lenses.slice(4_980, 5_020)) {
      assert.ok(lensWords(lens, known, true).parts.length > 0);
    }
  });
});
