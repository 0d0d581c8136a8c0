import assert from 'node:assert/strict';
import { placeAt } from '../../../src/language/place';

/**
 * Where a cursor at `|` stands: kind, path, what is written there, and behind `~` the other keys or
 * items; nothing for nowhere.
 */
function placeIn(marked: string): string {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const place = placeAt(text, offset);
  if (!place) return '';
  const { kind, path, span, lead, siblings, items, colon } = place;
  const found = [kind, path.join('.') || '/', `'${lead}${text.slice(span.start, span.end)}'`];
  const others = [...siblings, ...items];
  return [...found, ...(colon ? [':'] : []), ...(others.length > 0 ? ['~', ...others] : [])].join(
    ' ',
  );
}

const guest = 'guests:\n  - email: a@b.example\n';
const page = 'pages:\n  - page: 1\n';

/** Below each other: the marked text, and its place. */
const rows: Readonly<Record<string, readonly (readonly [marked: string, place: string])[]>> = {
  'at the top': [
    ['|', "key / ''"],
    ['ver|', "key / 'ver'"],
    ['|version: 1', "key / 'version' :"],
    ['ver|sion: 1\nsite: x', "key / 'version' : ~ site"],
    ['version: 1\n|', "key / '' ~ version"],
    ['version: 1\n\n# note\nsi|\nguests:\n- email: a\n', "key / 'si' ~ version guests"],
    ['version: |', "value version ''"],
    ['version:|', "value version ' '"],
    ['version: 1\r\nsi|\r\n', "key / 'si' ~ version"],
    ['site: https://a|', "value site 'https://a'"],
    ['"site": "ht|tp"\n', 'value site \'"http"\''],
    ["'si|te': x\n", "key / ''site'' :"],
    ['\uFEFFver|', "key / 'ver'"],
    ['---\nversion: 1\nsi|', "key / 'si' ~ version"],
    ['  ver|', "key / 'ver'"],
    ['  |', "key / ''"],
    ['  |\nversion: 1', ''],
    ['version: 1\n  |', ''],
    ['- a\n|', "item - '- ' ~ a"],
    ['|\n- a', "item - '- ' ~ a"],
    ['guests:\n|\n  - a', ''],
  ],
  'in a mapping below': [
    ['limits:\n  |', "value limits ''"],
    ['limits:\n  rem|', "value limits 'rem'"],
    ['limits:\n  removals: 1\n  |', "key limits '' ~ removals"],
    ['limits:\n  |\n  removals: 1\n', "key limits '' ~ removals"],
    ['limits:\n |\n  removals: 1\n', ''],
    ['limits:\n    removals: 1\n  |', ''],
    ['limits:\n  removals: 1\n   |', ''],
    ['limits: |\n  removals: 1\n', ''],
    ['limits: |', "value limits ''"],
    ['limits: |\nteams:\n', "value limits '' ~ teams"],
    ['limits:\n\tremovals: |', "value limits.removals ''"],
    ['limits:\n\tremovals: 1\n\tsp|', "key limits 'sp' ~ removals"],
    ['spaces:\n  DOCS:\n    |', "value spaces.DOCS ''"],
    ['spaces:\n  DOCS:\n  |', "key spaces '' ~ DOCS"],
    ['spaces:\n  DOCS:\n  LA|B:\n', "key spaces 'LAB' : ~ DOCS"],
    ['spaces:\n  DOCS:\n|', "key / '' ~ spaces"],
    ['spaces:\n  DOCS:\n    manage: |\n  LAB:\n', "value spaces.DOCS.manage ''"],
  ],
  'in an entry of a list': [
    ['guests:\n  |', "value guests ''"],
    ['guests:\n|', "key / '' ~ guests"],
    ['guests:\n  -|', "item guests.- ' '"],
    ['guests:\n  - |', "item guests.- ''"],
    ['guests:\n  - em|', "item guests.- 'em'"],
    ['guests:\n- em|', "item guests.- 'em'"],
    ['guests:\n- email: x\n- |', "item guests.- ''"],
    ['guests:\n- email: x\n  |', "key guests.- '' ~ email"],
    ['guests:\n- email: x\n|', "key / '' ~ guests"],
    [`${guest}    |`, "key guests.- '' ~ email"],
    [`${guest}    sp|`, "key guests.- 'sp' ~ email"],
    [`${guest}    sp|\n    role: x\n  - email: y\n    name: z`, "key guests.- 'sp' ~ email role"],
    [`${guest}\n    # note\n\n    sp|`, "key guests.- 'sp' ~ email"],
    [`${guest}  |`, "item guests.- '- '"],
    [`${guest}  em|`, "item guests.- '- em'"],
    [`${guest}   |`, ''],
    [`${guest}  |\n    space: x`, ''],
    [`${guest}      |`, ''],
    [`${guest}|`, "key / '' ~ guests"],
    ['guests:\n  |\n  - email: x\n', "item guests.- '- '"],
    ['guests:\n  - |\n    space: x\n', "key guests.- '' ~ space"],
    ['guests:\n  - em|\n    space: x\n', "key guests.- 'em' ~ space"],
    ['guests:\n  -|\n    space: x\n', "key guests.- ' ' ~ space"],
    ['guests:\n  -   |\n    space: x\n', ''],
    ['guests:\n  -\n    |', "item guests.- ''"],
    ['guests:\n  -\n    em|', "item guests.- 'em'"],
    ['guests:\n  -\n    email: x\n    |', "key guests.- '' ~ email"],
    ['guests:\n  - em|ail: x\n    space: y', "key guests.- 'email' : ~ space"],
    ['guests:\n  |- email: x', ''],
    ['guests:\n  - email: x\n    space: |', "value guests.-.space '' ~ email"],
    ['guests:\n  - space: |\n    email: x\n', "value guests.-.space '' ~ email"],
    ['guests:\n  - role: con|tributor # note', "value guests.-.role 'contributor'"],
    ['guests:\n  - reason: API |launch', "value guests.-.reason 'API launch'"],
    ['guests:\n  - reason: API launch |', "value guests.-.reason 'API launch '"],
    ['guests:\n  - role:\t|', "value guests.-.role ''"],
    ['guests:\n  - role: "con|', "value guests.-.role '\"con'"],
    ['guests:\n  - role: "con" |', ''],
    ['guests:\n  - &a\n    em|', "item guests.- 'em'"],
    ['guests:\n  - &a\n    email: x\n    sp|', "key guests.- 'sp' ~ email"],
    ['guests: &all\n  - em|', "item guests.- 'em'"],
    ['guests:\n  - role: !!str |', "value guests.-.role ''"],
    ['guests:\n  - email: x\n    role: |\n  - email: y\n', "value guests.-.role '' ~ email"],
    ['guests:\n  - "email": x\n    role: |\n', "value guests.-.role '' ~ email"],
  ],
  'in a list of a page': [
    [`${page}    view: |`, "value pages.-.view '' ~ page"],
    [`${page}    view:\n    |\n      - a`, ''],
    [`${page}    view:\n    |\n    - a`, ''],
    [`${page}    view: gro|`, "value pages.-.view 'gro' ~ page"],
    [`${page}    view:\n      |`, "value pages.-.view '' ~ page"],
    [`${page}    view:\n      tea|`, "value pages.-.view 'tea' ~ page"],
    [`${page}    view:\n      - |`, "item pages.-.view.- ''"],
    [`${page}    view:\n      - team:|`, "item pages.-.view.- 'team:'"],
    [`${page}    view:\n      - group: do|`, "item pages.-.view.- 'group: do'"],
    [
      `${page}    view:\n      - team:a\n      - te|\n      - b\n`,
      "item pages.-.view.- 'te' ~ team:a b",
    ],
    [`${page}    view:\n      - team:a\n      |\n`, "item pages.-.view.- '- ' ~ team:a"],
    [`${page}    view:\n    - team:a\n    - |`, "item pages.-.view.- '' ~ team:a"],
    [`${page}    view:\n    - team:a\n    |`, "key pages.- '' ~ page view"],
    [`  - view:\n    - team:a\n    - |`, "item -.view.- '' ~ team:a"],
    [`teams:\n  rev:\n  - a@b.example\n  - |`, "item teams.rev.- '' ~ a@b.example"],
    [`teams:\n  rev: |`, "value teams.rev ''"],
    [`teams:\n  rev: [|]`, "item teams.rev.- ''"],
    [`internalDomains: [acme.com,|]`, "item internalDomains.- ' ' ~ acme.com"],
  ],
  'between brackets': [
    [`${page}    view: [|`, "item pages.-.view.- ''"],
    [`${page}    view: [|]`, "item pages.-.view.- ''"],
    [`${page}    view: |[]`, ''],
    [`${page}    view: []|`, ''],
    [`${page}    view: [team:rev|`, "item pages.-.view.- 'team:rev'"],
    [`${page}    view: [team:|]`, "item pages.-.view.- 'team:'"],
    [`${page}    view: [a, |, "b c"]`, "item pages.-.view.- '' ~ a b c"],
    [`${page}    view: [a,|]`, "item pages.-.view.- ' ' ~ a"],
    [`${page}    view: [a |]`, "item pages.-.view.- 'a '"],
    [`${page}    view: ["gro|up:x", y]`, 'item pages.-.view.- \'"group:x"\' ~ y'],
    [`${page}    view: ["gro|`, "item pages.-.view.- '\"gro'"],
    [`${page}    view: ["a" |]`, ''],
    [`${page}    view: [a,\n      b|]`, "item pages.-.view.- 'b' ~ a"],
    [`${page}    view: [\n      a,\n      |\n    ]`, "item pages.-.view.- '' ~ a"],
    [`${page}    view: [\n      a\n      |\n    ]`, ''],
    [`${page}    view: [a,\n      |`, "item pages.-.view.- '' ~ a"],
    [`${page}    view: [a,|\n    edit: [b]\n`, "item pages.-.view.- ' ' ~ a"],
    [`${page}    view: [a, # no|te\n      b]`, ''],
    [`${page}    view: [a\n      ]\n    ed|`, "key pages.- 'ed' ~ page view"],
    ['guests:\n  - {|}', "key guests.- ' '"],
    ['guests:\n  - { |}', "key guests.- ''"],
    ['guests:\n  - { em|', "key guests.- 'em'"],
    ['guests:\n  - { email: a, sp|\n', "key guests.- 'sp' ~ email"],
    ['guests:\n  - { email: a, sp|\n  - { email: b, role: x }\n', "key guests.- 'sp' ~ email"],
    ['guests:\n  - { email: a, sp|: x, role: y }\n', "key guests.- 'sp' : ~ email role"],
    ['guests:\n  - { email: a, space: | }', "value guests.-.space '' ~ email"],
    ['guests:\n  - { email: a, space:| }', "value guests.-.space ' ' ~ email"],
    ['guests:\n  - { email: a, space: DO|, role: y }', "value guests.-.space 'DO' ~ email role"],
    ['guests:\n  - { email: a,\n      sp| }\n', "key guests.- 'sp' ~ email"],
    ['guests:\n  - {\n      email: a,\n      sp|\n    }\n', "key guests.- 'sp' ~ email"],
    ['guests:\n  - {\n      email: a\n      sp|\n    }\n', ''],
    ['guests:\n  - { email: a } |', ''],
    ['guests: [{ email: a, | }]', "key guests.- '' ~ email"],
    ['guests: [{ email: a }, |]', "item guests.- '' ~ "],
    ['guests: [\n  { email: a },\n  { email: b, role: | },\n]\n', "value guests.-.role '' ~ email"],
    ['spaces: { DOCS: { manage: st| } }', "value spaces.DOCS.manage 'st'"],
    ['spaces: { DOCS: |, LAB: }', "value spaces.DOCS '' ~ LAB"],
    ['spaces: { DOCS: , L| }', "key spaces 'L' ~ DOCS"],
    ['{ "version": 1, "guests": [{ "em|" }] }', 'key guests.- \'"em"\''],
    ['{\n"version":1,\n"site":|\n}', "value site ' ' ~ version"],
    ['{ "site":"|" }', 'value site \'""\''],
    ['[|', "item - ''"],
    [`${page}  [|`, ''],
    [`${page}    view:\n      [|`, "item pages.-.view.- ''"],
    ['{'.repeat(40) + '|', ''],
    ['spaces: { DOCS:| {}, LAB: }', ''],
    ['spaces:\n  DOCS: { manage:| strict }\n', ''],
    ['spaces:\n  DOCS: { manage: | "strict" }\n', ''],
    ['guests:\n  - { email:|\n      space: DOCS }\n', "value guests.-.email ' ' ~ "],
    ['guests:\n  - { email: | # who\n  }\n', "value guests.-.email ''"],
    [`${page}    view: [\n      a|\n      b\n    ]`, "item pages.-.view.- 'a' ~ b"],
    [`${page}    view: [\n      a|\n      - b\n    ]`, ''],
    ['guests:\n  - {\n    email: a,\n|    role: x\n  }\n', ''],
    ['guests:\n  - {\n    email: a,\n  |}\n', ''],
    ['guests:\n  - {\n    email: a,\n  | # b\n  }\n', ''],
  ],
  nowhere: [
    ['# ver|', ''],
    ['|# note', ''],
    ['version: 1 # no|te', ''],
    ['version: |# note', ''],
    ['version: | # note', "value version ''"],
    ['version |: 1', ''],
    [`${guest}  |  space: x`, ''],
    ['guests:\n  - reason: >\n      a: b\n      |', ''],
    ['guests:\n  - reason: >|\n', ''],
    ['guests:\n  - reason: "a\n      b|"\n', ''],
    ['guests:\n  - { reason: "a\n      b|" }\n', ''],
    ['---|\n', ''],
    ['internal|\n- acme.com\n', ''],
    ['te|\nmore text\n', ''],
  ],
};

describe('the place of a cursor', () => {
  for (const [where, cases] of Object.entries(rows))
    describe(where, () => {
      for (const [marked, place] of cases)
        it(`${JSON.stringify(marked)} is ${place === '' ? 'nowhere' : place}`, () => {
          assert.equal(placeIn(marked), place);
        });
    });

  it('is never between the two signs of a line break', () => {
    assert.equal(placeIn('version: 1\nsite:\r|\n'), '');
  });

  it('is the same with CRLF', () => {
    for (const [marked, place] of Object.values(rows).flat())
      assert.equal(placeIn(marked.replace(/\r?\n/g, '\r\n')), place, marked);
  });

  const entries: readonly (readonly [marked: string, entry: string | undefined, email?: string])[] =
    [
      ['guests:\n  - email: x\n    ro|\n  - email: y\n', 'email: x\n    ro', 'x'],
      ['guests:\n  - email: "x" # y\n    |\n    # z\n\npages:\n', 'email: "x" # y', 'x'],
      ['guests:\n  -\n    email: x\n    role: |\n', 'email: x\n    role:', 'x'],
      ['guests:\n  - { email: x, | } # y\n', '{ email: x,  }', 'x'],
      ['guests: [{ email: x }, { email: y, | }]', '{ email: y,  }', 'y'],
      [
        'pages:\n  - page: 1\n    view: [a, |]\n    email: x\n',
        'page: 1\n    view: [a, ]\n    email: x',
        'x',
      ],
      ['teams:\n  a: [b, |]\n  c: []\n', 'a: [b, ]'],
      ['teams: { a: [b, |], c: [] }', 'a: [b, ]'],
      ['teams:\n  a|b:\n  - c\n  d: []\n', 'ab:\n  - c'],
      ['spaces:\n  A: { manage: | }\n', 'A: { manage:  }'],
      ['limits:\n  removals: |', undefined],
      ['guests:\n  |', undefined],
    ];
  for (const [marked, written, email] of entries)
    it(`${JSON.stringify(marked)} is in ${JSON.stringify(written)}`, () => {
      const offset = marked.indexOf('|');
      const text = marked.slice(0, offset) + marked.slice(offset + 1);
      const entry = placeAt(text, offset)?.entry;
      assert.equal(entry && text.slice(entry.start, entry.end), written);
      assert.equal(entry?.fields.get('email'), email);
    });
});
