import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/document/edit';
import type { Document } from '../../../src/document/model';
import { parse } from '../../../src/document/parse';
import { say } from '../../../src/document/sentence';
import type { Mention } from '../../../src/language/mention';
import { mentionsOf, namesIn } from '../../../src/language/names';
import { prepareRename, rename } from '../../../src/language/rename';
import { randomFile } from '../../fuzz/files';
import { randomFrom } from '../../fuzz/random';
import { cursorIn, placeOf, sourceOf, withCursor } from '../../support/cursor';
import { today } from '../../support/samples';
import { shared } from './shared';

/** The text after renaming, or why that was refused. */
function renamed(text: string, offset: number, name: string): string {
  const result = rename(sourceOf(text), offset, name);
  return 'refused' in result ? say(result.refused) : applyEdits(text, result.edits);
}

const changes: readonly (readonly [
  name: string,
  at: string,
  newName: string,
  changed: readonly (readonly [before: string, after: string])[],
])[] = [
  [
    'a guest',
    'edit: [ana‸@',
    'ann@new.example',
    [
      ['[ana@partner.example, "Cho', '[ann@new.example, "Cho'],
      ['email: Ana@partner.example', 'email: ann@new.example'],
      ['edit: [ana@partner.example', 'edit: [ann@new.example'],
    ],
  ],
  [
    'a guest in quotes',
    'email: ch‸o@',
    'chi@client.example',
    [
      ['"Cho@client.example"', '"chi@client.example"'],
      ['email: cho@client.example', 'email: chi@client.example'],
    ],
  ],
  [
    'staff',
    'owner: lee‸',
    'kim@acme.com',
    [
      ['owner: lee@acme.com', 'owner: kim@acme.com'],
      ["'user:lee@acme.com'", "'user:kim@acme.com'"],
    ],
  ],
  [
    'a team',
    'view: [team:rev‸',
    'writers',
    [
      ['reviewers: [', 'writers: ['],
      ['[team:reviewers', '[team:writers'],
      ['"team:reviewers"', '"team:writers"'],
    ],
  ],
  [
    'a team to a name that needs quotes',
    '  rev‸iewers: [',
    'a, b',
    [
      ['reviewers: [', '"a, b": ['],
      ['[team:reviewers', '["team:a, b"'],
      ['"team:reviewers"', '"team:a, b"'],
    ],
  ],
  [
    'a space',
    'space: ‸DOCS',
    'GUIDES',
    [
      ['DOCS: {', 'GUIDES: {'],
      ['space: DOCS', 'space: GUIDES'],
      ['/spaces/DOCS/', '/spaces/GUIDES/'],
    ],
  ],
  [
    'a space to a key that YAML takes for something else',
    'space: LA‸B',
    'true',
    [
      ['"LAB":', '"true":'],
      ['space: LAB }', 'space: "true" }'],
    ],
  ],
];

describe('renaming', () => {
  for (const [name, at, newName, changed] of changes)
    it(`changes all places of ${name} and nothing else`, () => {
      let expected = shared;
      for (const [before, after] of changed) expected = expected.replace(before, () => after);
      assert.equal(renamed(shared, cursorIn(shared, at), newName), expected);
      assert.deepEqual(codesOf(expected), codesOf(shared));
    });

  it('gives one member of staff the place of another', () => {
    const text = shared.replace("'user:lee@acme.com'", "'user:lee@acme.com', user:kim@acme.com");
    const changed = renamed(text, cursorIn(text, 'user:kim‸'), 'lee@acme.com');
    assert.ok(changed.includes("'user:lee@acme.com', user:lee@acme.com"));
  });

  it('offers the name without quotes and prefix', () => {
    const result = prepareRename(sourceOf(shared), cursorIn(shared, '- "te‸am:reviewers"'));
    assert.ok('name' in result);
    assert.equal(result.name, 'reviewers');
    assert.equal(placeOf(shared, result.span), '25 reviewers');
  });

  it('takes the prefix of a team off a new name', () => {
    const text = renamed(shared, cursorIn(shared, 'view: [team:rev‸'), 'team:writers');
    assert.ok(text.includes('  writers: [') && text.includes('[team:writers,'));
  });

  it('takes the space around a new name off', () => {
    const text = renamed(shared, cursorIn(shared, '  rev‸iewers: ['), ' writers ');
    assert.ok(text.includes('  writers: ['));
  });

  it('changes how an address is written', () => {
    const text = renamed(shared, cursorIn(shared, 'edit: [ana‸@'), 'ANA@partner.example');
    assert.equal(text.split('ANA@partner.example').length, 4);
  });

  it('reaches entries that have errors', () => {
    const text = shared.replace('space: DOCS', 'space: DOCS\n    expires: soon');
    const changed = renamed(text, cursorIn(text, 'edit: [ana‸@'), 'ann@new.example');
    assert.ok(!/ana@/i.test(changed));
  });
});

const start = 'version: 1\nsite: https://acme.atlassian.net\nspaces: { X: }\n';

/** How an address is written, and how another one takes its place. */
const writings: readonly (readonly [name: string, before: string, after: string])[] = [
  ['with escapes', 'email: "a\\u0040b.example"', 'email: "new@c.example"'],
  ['as a folded text', 'email: >-\n      ‸a@b.example\n', 'email: new@c.example\n'],
  ['behind an anchor', 'email: &a ‸a@b.example', 'email: &a new@c.example'],
  ['over two lines', 'email:\n      ‸a@b.example # a', 'email:\n      new@c.example # a'],
];

describe('renaming an address', () => {
  for (const [name, before, after] of writings)
    it(`works when it is written ${name}`, () => {
      const write = (email: string) => `${start}guests:\n  - ${email}\n    space: X\n`;
      const marked = before.includes('‸') ? before : before.replace('"a', '"‸a');
      const { text, offset } = withCursor(write(marked));
      assert.equal(renamed(text, offset, 'new@c.example'), write(after));
    });
});

/** How a list names a team, the new name, and how the list names it then. */
const listings: readonly (readonly [before: string, newName: string, after: string])[] = [
  ["'team:t‸'", "it's", "'team:it''s'"],
  ['"team:t‸"', 'a "b"', '"team:a \\"b\\""'],
  ['"team:t‸"', "it's", '"team:it\'s"'],
  ['"team: t‸"', 'u', '"team: u"'],
  ['team:t‸', 'a: b', '"team:a: b"'],
  ['team:t‸', '12', 'team:12'],
  ['team:t‸', 'é 1', 'team:é 1'],
];

describe('renaming a team', () => {
  for (const [before, newName, after] of listings)
    it(`to ${newName} writes ${after} for ${before}`, () => {
      const pages = (team: string) => `pages:\n  - page: 1\n    view: [${team}, group:x]\n`;
      const { text, offset } = withCursor(start + pages(before));
      const changed = renamed(text, offset, newName);
      assert.equal(changed, start + pages(after));
      const [page] = sourceOf(changed).document.pages ?? [];
      assert.deepEqual(
        page?.view?.map((one) => one.kind === 'team' && one.name),
        [newName, false],
      );
    });
});

const only =
  'Only an email address, a team and the key of a space can be renamed: place the cursor on one.';
const used = (name: string) => `\`${name}\` is in this file already: choose a name that is not.`;

const refusals: readonly (readonly [at: string, newName: string, sentence: string])[] = [
  ['page: 12‸3456', '7', only],
  ['group:do‸cs-team, ', 'x', only],
  ['name: An‸a', 'x', only],
  ['edit: [ana‸@', 'ann', '`ann` is no email address: write it like `ana@partner.example`.'],
  ['edit: [ana‸@', 'CHO@client.example', used('CHO@client.example')],
  ['edit: [ana‸@', 'lee@acme.com', used('lee@acme.com')],
  ['owner: lee‸', 'ana@partner.example', used('ana@partner.example')],
  [
    'email: Ana‸@',
    'ana@ACME.com',
    'ana@ACME.com is staff, for acme.com is among the internal domains.',
  ],
  ['space: D‸OCS', 'LAB', used('LAB')],
  [
    'space: D‸OCS',
    'My space',
    '`My space` is no space key: copy it from the address of the space.',
  ],
  [
    '  rev‸iewers: [',
    'a\u0007b',
    '`a b` cannot be the name of a team: write a word such as `reviewers`.',
  ],
  [
    '  rev‸iewers: [',
    'a, group:b',
    '`a, group:b` cannot be the name of a team: write a word such as `reviewers`.',
  ],
  ['  rev‸iewers: [', ' ', '`` cannot be the name of a team: write a word such as `reviewers`.'],
];

describe('renaming is refused', () => {
  for (const [at, newName, sentence] of refusals)
    it(`for ${at} to ${newName}`, () => {
      assert.equal(renamed(shared, cursorIn(shared, at), newName), sentence);
    });

  const hidden =
    'Some places may be hidden by the errors in this file: correct them before you rename.';
  const errors: readonly (readonly [name: string, before: string, after: string])[] = [
    ['an open quote', 'name: Ana', 'name: "Ana'],
    ['a key that is written twice', 'title: Partner', 'view: []\n    title: Partner'],
    ['another version', 'version: 1', 'version: 2'],
    ['more mistakes than are read', 'space: DOCS', `spce: ${'DOCS'.repeat(10_000)}`],
  ];
  for (const [name, before, after] of errors)
    it(`in a file with ${name}`, () => {
      const text = shared.replace(before, after);
      assert.equal(renamed(text, text.indexOf('cho@client'), 'chi@client.example'), hidden);
    });
});

describe('renaming to a fresh name', () => {
  it('changes nothing but the name in any sound file, and back gives the same bytes', () => {
    let seen = 0;
    const property = fc.property(fc.nat(), (seed) => {
      const text = randomFile(randomFrom(seed));
      const source = sourceOf(text);
      const firsts = new Map(
        namesIn(source).mentions.map((one) => [`${one.kind} ${one.name}`, one]),
      );
      for (const mention of firsts.values()) {
        const fresh = freshName(mention);
        if (fresh === undefined) continue;
        const result = rename(source, mention.span.start, fresh);
        if ('refused' in result) continue;
        seen += 1;
        const changed = applyEdits(text, result.edits);
        const after = sourceOf(changed);
        assert.deepEqual(codesOf(changed), codesOf(text));
        const names = mentionsOf(source, mention).map(({ name }) => name);
        assert.deepEqual(meaning(after.document), meaning(source.document, names, fresh));
        const [place] = mentionsOf(after, { kind: mention.kind, name: fresh });
        assert.ok(place);
        assert.equal(renamed(changed, place.span.start, mention.name), text);
      }
    });
    fc.assert(property, { seed: 20_270_101, numRuns: 60 });
    assert.ok(seen > 300, `${seen} renamed`);
  });
});

/** Of the same domain, for that decides who is staff. */
function freshName({ kind, name }: Mention): string | undefined {
  switch (kind) {
    case 'address':
      return `fresh${name.slice(name.lastIndexOf('@'))}`;
    case 'team':
      return 'fresh team';
    case 'space':
      return 'FRESH';
    case 'account':
    case 'group':
    case 'page':
      return undefined;
  }
}

/** What a file means, wherever it stands in the text, with one name in the place of others. */
function meaning(document: Document, names: readonly string[] = [], fresh = ''): unknown {
  const { spaces, teams, guests, pages, site } = document;
  const all = { site, spaces: [...spaces.values()], teams: [...teams.values()], guests, pages };
  return JSON.parse(JSON.stringify(all), (key, value: unknown) => {
    if (key === 'span' || key.endsWith('Span')) return undefined;
    return typeof value === 'string' && names.includes(value) ? fresh : value;
  });
}

function codesOf(text: string): readonly string[] {
  return parse(text, today).problems.map(({ code }) => code);
}
