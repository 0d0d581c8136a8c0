import assert from 'node:assert/strict';
import { parse } from '../../../src/document/parse';
import { accept } from '../../../src/language/completion';
import type { Known } from '../../../src/language/known';
import { today } from '../access/readings';
import { completionsAt, cursorIn, lists } from './completing';
import { head } from './known';

/** The text below the head after the completion with this label has been chosen. */
function accepted(marked: string, label: string, known: Partial<Known> = { lists }): string {
  const completion = completionsAt(head + marked, known).find((one) => one.label === label);
  assert.ok(completion, `${label} is offered`);
  return accept(cursorIn(head + marked).text, completion).slice(head.length);
}

describe('choosing a completion', () => {
  const rows: readonly (readonly [marked: string, label: string, text: string])[] = [
    ['gu|', 'guests', 'guests:\n  - '],
    ['li|', 'limits', 'limits:\n  '],
    ['int|', 'internalDomains', 'internalDomains: []'],
    ['guests:\n  - em|', 'email', 'guests:\n  - email: '],
    ['guests:\n  -|', 'email', 'guests:\n  - email: '],
    ['guests:\n  |', 'email', 'guests:\n  - email: '],
    ['guests:\n  - email: x\n  |', 'email', 'guests:\n  - email: x\n  - email: '],
    ['guests:\n  - email: x\n  |', 'space', 'guests:\n  - email: x\n    space: '],
    ['pages:\n  - page: 12\n  v|', 'view', 'pages:\n  - page: 12\n    view: []'],
    ['guests:\n  - email: x\n  sp|\n', 'space', 'guests:\n  - email: x\n    space: \n'],
    [
      'pages:\n  - title: x\n  |\n  - page: 2',
      'page',
      'pages:\n  - title: x\n    page: \n  - page: 2',
    ],
    ['guests:\n  - { email: x }\n  |', 'space', 'guests:\n  - { email: x }\n  - space: '],
    ['guests:\n  - email: x\n    sp|\n', 'space', 'guests:\n  - email: x\n    space: \n'],
    ['guests:\n  - em|ial: y', 'email', 'guests:\n  - email: y'],
    ['guests:\n  - { em| }', 'email', 'guests:\n  - { email:  }'],
    ['guests:\n  - {|}', 'email', 'guests:\n  - { email: }'],
    [
      'guests:\n  - {\n      |\n      space: x }',
      'email',
      'guests:\n  - {\n      email: ,\n      space: x }',
    ],
    ['guests:\n  - { "em|" }', 'email', 'guests:\n  - { "email":  }'],
    ['limits: |', 'removals', 'limits: { removals:  }'],
    ['limits:|', 'removals', 'limits: { removals:  }'],
    ['pages:\n  - vi|', 'view', 'pages:\n  - view: []'],
    ['pages:\n  - anc|', 'ancestors', 'pages:\n  - ancestors: grant'],
    ['pages:\n  - tr|', 'tree', 'pages:\n  - tree: true'],
    ['guests:\n  - role:|', 'viewer', 'guests:\n  - role: viewer'],
    ['guests:\n  - role: |contributor # x', 'viewer', 'guests:\n  - role: viewer # x'],
    ['guests:\n  - role: |', 'Reviewer # 2', 'guests:\n  - role: "Reviewer # 2"'],
    ['guests:\n  - role: "v|"', 'viewer', 'guests:\n  - role: "viewer"'],
    ["guests:\n  - role: 'v|", 'viewer', "guests:\n  - role: 'viewer'"],
    ['guests:\n  - expires: |', '+30 days', 'guests:\n  - expires: 2026-07-01'],
    ['guests:\n  - expires: |', 'end of quarter', 'guests:\n  - expires: 2026-06-30'],
    [
      'guests:\n  - email: zoe@old.example\n    name: |',
      'Zoe: "Z"',
      'guests:\n  - email: zoe@old.example\n    name: "Zoe: \\"Z\\""',
    ],
    ['pages:\n  - page: |', 'Guide', 'pages:\n  - page: 10\n    title: Guide'],
    ['pages:\n  - page: gui|', 'Guide', 'pages:\n  - page: 10\n    title: Guide'],
    ['pages:\n  - page: | # x', 'Guide', 'pages:\n  - page: 10 # x'],
    ['pages:\n  - page: |\n    title: x', 'Guide', 'pages:\n  - page: 10\n    title: x'],
    ['pages:\n  - { page: | }', 'Guide', 'pages:\n  - { page: 10, title: Guide }'],
    [
      'pages:\n  - title: x\n    view: |',
      'group:docs-team',
      'pages:\n  - title: x\n    view: [group:docs-team]',
    ],
    ['pages:\n  - view:\n      |', 'group:docs-team', 'pages:\n  - view:\n      - group:docs-team'],
    [
      'pages:\n  - view:\n      - a\n      |',
      'group:docs-team',
      'pages:\n  - view:\n      - a\n      - group:docs-team',
    ],
    [
      'pages:\n  - view:\n      -|',
      'group:docs-team',
      'pages:\n  - view:\n      - group:docs-team',
    ],
    ['pages:\n  - view: [a,|]', 'group:docs-team', 'pages:\n  - view: [a, group:docs-team]'],
    [
      'pages:\n  - view: [\n      |\n      a]',
      'group:docs-team',
      'pages:\n  - view: [\n      group:docs-team,\n      a]',
    ],
    [
      'pages:\n  - view: [gr|',
      'group:Heads: all, "really"',
      'pages:\n  - view: ["group:Heads: all, \\"really\\""',
    ],
    ['pages:\n  - edit: [|]', 'user:', 'pages:\n  - edit: [user:lee@acme.com]'],
    ["pages:\n  - edit: ['|']", 'user:', "pages:\n  - edit: ['user:lee@acme.com']"],
    [
      'pages:\n  - view:\n      - group:|',
      'group:docs-team',
      'pages:\n  - view:\n      - group:docs-team',
    ],
  ];
  for (const [marked, label, text] of rows)
    it(`${label} at ${JSON.stringify(marked)} writes ${JSON.stringify(text)}`, () => {
      assert.equal(accepted(marked, label), text);
    });

  it('a space writes how it is managed, unless it has its colon', () => {
    const choose = (marked: string, label: string) => {
      const completion = completionsAt(marked, { lists }).find((one) => one.label === label);
      assert.ok(completion);
      return accept(cursorIn(marked).text, completion);
    };
    assert.equal(choose('spaces:\n  |', 'HR'), 'spaces:\n  HR: { manage: additive }');
    assert.equal(choose('spaces:\n  H|R2: {}', 'HR'), 'spaces:\n  HR: {}');
    assert.equal(choose('spaces: |', '2024'), 'spaces: { 2024: { manage: additive } }');
    assert.equal(choose('spaces: { | }', 'HR'), 'spaces: { HR: { manage: additive } }');
  });
});

describe('a snippet', () => {
  const guest =
    'email: ana@partner.example\n    space: DOCS\n    role: contributor\n    expires: 2026-07-01';
  const flow = `{ ${guest.replaceAll('\n    ', ', ')} }`;
  const rows: readonly (readonly [marked: string, label: string, text: string])[] = [
    ['|', 'guest', `guests:\n  - ${guest}`],
    ['guests:\n  |', 'guest', `guests:\n  - ${guest}`],
    ['guests:|', 'guest', `guests:\n  - ${guest}`],
    ['guests:\n  - |', 'guest', `guests:\n  - ${guest}`],
    ['guests:\n  - email: x\n  |', 'guest', `guests:\n  - email: x\n  - ${guest}`],
    ['guests:\n-   gue|', 'guest', `guests:\n-   ${guest}`],
    ['guests: [|]', 'guest', `guests: [${flow}]`],
    ['guests: [{ email: x },|]', 'guest', `guests: [{ email: x }, ${flow}]`],
    ['|', 'page', 'pages:\n  - page: 123456\n    title: Partner API guide\n    view: []'],
    ['|', 'team', 'teams:\n  reviewers: []'],
    ['teams:\n  a: []\n  |', 'team', 'teams:\n  a: []\n  reviewers: []'],
    ['teams: |', 'team', 'teams: \n  reviewers: []'],
    ['teams: { | }', 'team', 'teams: { reviewers: [] }'],
  ];
  for (const [marked, label, text] of rows)
    it(`of a ${label} at ${JSON.stringify(marked)} writes ${JSON.stringify(text)}`, () => {
      assert.equal(accepted(marked, label), text);
    });

  it('offers days in their order, each once, and none sooner than the first', () => {
    const days = (today: string) => {
      const [guest] = completionsAt(`${head}guests:\n  - gue|`, { today });
      return /expires: \$\{4\|(.*)\|\}/.exec(guest?.insert ?? '')?.[1];
    };
    assert.equal(days('2026-06-01'), '2026-07-01,2026-08-30,2026-12-31');
    assert.equal(days('2026-08-01'), '2026-08-31,2026-09-30,2026-10-30,2026-12-31');
    assert.equal(days('2026-12-01'), '2026-12-31,2027-03-01');
  });

  it('of a whole file names the sites that somebody is signed in to', () => {
    const known = { sites: ['https://beta.atlassian.net'] };
    const file = completionsAt('|', known).find(({ label }) => label === 'file');
    assert.match(file?.insert ?? '', /^site: \$\{1\|https:\/\/beta\.atlassian\.net\|\}$/m);
  });

  it('of a whole file is offered where there is none yet, and has no problems but examples', () => {
    for (const marked of ['|', '# Who may see what\n|', '\n\n|\n', 'fi|']) {
      const [first] = completionsAt(marked).filter(({ label }) => label === 'file');
      assert.ok(first, marked);
      assert.deepEqual(
        parse(accept(cursorIn(marked).text, first), today).problems.map(({ code }) => code),
        [],
      );
    }
    assert.ok(completionsAt('version: 1\n|').every(({ label }) => label !== 'file'));
  });

  it('is not offered where an entry is begun, in quotes, or in place of a key', () => {
    for (const marked of [
      'guests:\n  - email: x\n    |',
      'guests:\n  - "gu|',
      'te|ams: []',
      'guests:\n  - email: |',
      'spaces:\n  DOCS: |',
      'spaces:\n  DOCS:\n    |',
      'pages:\n  - view: [gue|',
    ])
      assert.ok(
        completionsAt(marked).every(({ kind }) => kind !== 'snippet'),
        marked,
      );
  });
});
