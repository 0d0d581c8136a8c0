import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/document/edit';
import { momentOf } from '../../../src/document/date';
import { parse } from '../../../src/document/parse';
import { say } from '../../../src/document/sentence';
import { addGuestSteps, refuseGuest, writeGuest } from '../../../src/language/addGuest';
import { readPerson, refuseAddress } from '../../../src/language/ask/address';
import type { Answers } from '../../../src/language/ask/answers';
import { endOfQuarter } from '../../../src/language/ask/expiry';
import type { SiteLists } from '../../../src/sync/lists';
import { head, sample, today } from '../../support/samples';
import { converse, knownFrom, offered, type Reply } from './conversation';

/** What is asked, what is answered, and the file after Add Guest with these replies. */
function add(
  text: string,
  replies: readonly Reply[],
  { lists, given = {} }: { lists?: Partial<SiteLists>; given?: Answers } = {},
) {
  const known = knownFrom(text, lists);
  const { asked, answers } = converse(addGuestSteps(known, given), given, replies);
  const { edits, find } = writeGuest(text, known, answers);
  assert.ok(edits);
  const written = applyEdits(text, edits);
  const { document, problems } = parse(written, today);
  const span = find(document);
  return {
    asked,
    prompts: asked.map(({ prompt }) => say(prompt)),
    written,
    entry: span && written.slice(span.start, span.end).trimEnd(),
    problems: problems.map(({ code }) => code),
  };
}

const two = `${head}guests:
  - email: ana@partner.example
    space: DOCS
pages:
  - page: 7
    title: Plan
    view: [ana@partner.example, group:docs-team]
  - page: https://acme.atlassian.net/wiki/spaces/LAB/pages/8/Results
    view: [group:docs-team]
  - page: 9
    title: Draft
    edit: [group:docs-team]
`;

const one = two.replace(', LAB: }', ' }').replace(/ {2}- page: https[^]*?docs-team\]\n/, '');

describe('adding a guest', () => {
  it('asks for address, space, role, pages, end and reason, and writes them in this order', () => {
    const { prompts, entry, problems } = add(two, [
      'Cho Min-ji <cho@client.example>',
      'DOCS',
      'viewer',
      ['Plan'],
      'In 90 days',
      'API launch review',
    ]);
    assert.deepEqual(prompts, [
      'The email address of the guest',
      'Which space shall the guest have?',
      'Which role shall the guest have in the space?',
      'Which restricted pages shall the guest view? Press Enter for none',
      'Until when shall the guest have access?',
      'Why does the guest have access? It may be left empty',
    ]);
    assert.equal(
      entry,
      `email: cho@client.example
    name: Cho Min-ji
    space: DOCS
    role: viewer
    expires: 2027-04-01
    reason: API launch review`,
    );
    assert.deepEqual(problems, []);
  });

  it('puts the guest on the pages and leaves the rest of the file as it is', () => {
    const { written } = add(two, ['cho@client.example', 'DOCS', 'viewer', ['Plan'], 'No end', '']);
    const entry = '  - email: cho@client.example\n    space: DOCS\n    role: viewer\n';
    assert.equal(
      written,
      two
        .replace('pages:\n', `${entry}pages:\n`)
        .replace('group:docs-team]', 'group:docs-team, cho@client.example]'),
    );
  });

  it('does not ask for the only space', () => {
    const { prompts, entry } = add(one, ['cho@client.example', 'contributor', [], 'No end', '']);
    assert.ok(!prompts.includes('Which space shall the guest have?'));
    assert.match(entry ?? '', /space: DOCS/);
  });

  it('does not ask for pages where none is known', () => {
    const { prompts } = add(head, ['cho@client.example', 'DOCS', 'viewer', 'No end', '']);
    assert.equal(prompts.length, 5);
  });

  it('offers the pages of the space whose viewers the file manages', () => {
    const { asked } = add(two, ['cho@client.example', 'DOCS', 'viewer', [], 'No end', '']);
    assert.deepEqual(offered(asked[3]), ['In the file | Plan | 7 | ', ' | Another page… |  | ']);
  });

  it('asks which staff keep a page that is new to the file', () => {
    const { prompts, written, problems } = add(two, [
      'cho@client.example',
      'DOCS',
      'viewer',
      ['Another page…'],
      'https://acme.atlassian.net/wiki/spaces/DOCS/pages/11/Licence+terms?atlOrigin=x',
      'group:docs-team',
      'No end',
      '',
    ]);
    assert.equal(prompts[5], 'Which staff keep access to the page? It may become restricted');
    assert.ok(
      written.endsWith(`
  - page: https://acme.atlassian.net/wiki/spaces/DOCS/pages/11/Licence+terms
    view: [cho@client.example, group:docs-team]
`),
    );
    assert.deepEqual(problems, []);
  });

  it('takes a role, a day and staff that are on no list', () => {
    const { entry, written } = add(one, [
      'cho@client.example',
      'Another role…',
      'Technical reviewer',
      ['Another page…'],
      '11',
      'Another group or person…',
      'lee@acme.com',
      'Another day…',
      '2027-01-31',
      'Reads: all "of it"',
    ]);
    assert.match(entry ?? '', /role: Technical reviewer\n {4}expires: 2027-01-31\n/);
    assert.equal(parse(written, today).document.guests?.at(-1)?.reason, 'Reads: all "of it"');
    assert.match(written, /- page: 11\n {4}view: \[cho@client.example, "?user:lee@acme.com"?\]/);
  });

  it('adds a space that the file does not own yet', () => {
    const replies = ['cho@client.example', 'Another space…', 'NEW', 'viewer', 'No end', ''];
    const { written, problems } = add(head, replies);
    assert.deepEqual([...parse(written, today).document.spaces.keys()], ['DOCS', 'LAB', 'NEW']);
    assert.deepEqual(problems, []);
  });

  it('begins the list of guests where there is none', () => {
    for (const guests of ['', 'guests:\n', 'guests: []\n', 'guests: [] # nobody yet\n']) {
      const { problems, entry } = add(head + guests, [
        'cho@client.example',
        'DOCS',
        'viewer',
        'No end',
        '',
      ]);
      assert.deepEqual(problems, [], guests);
      assert.ok(entry, guests);
    }
  });

  it('begins a file in which nothing stands, with the only site that somebody is signed in to', () => {
    const given = { address: { text: 'cho@client.example', written: true } };
    const answers = { ...given, space: { text: 'DOCS', written: true } };
    const write = (text: string, sites: readonly string[]) => {
      const { edits } = writeGuest(text, { ...knownFrom(text), sites }, answers);
      assert.ok(edits);
      return applyEdits(text, edits);
    };
    const [acme, beta] = ['https://acme.atlassian.net', 'https://beta.atlassian.net'];
    const rest =
      'spaces:\n  DOCS: { manage: additive }\nguests:\n  - email: cho@client.example\n    space: DOCS\n';
    assert.equal(write('', [acme]), `version: 1\nsite: ${acme}\n${rest}`);
    assert.equal(write('# Ours\n', [acme]), `# Ours\nversion: 1\nsite: ${acme}\n${rest}`);
    assert.equal(write('', []), `version: 1\n${rest}`);
    assert.equal(write('', [acme, beta]), `version: 1\n${rest}`);
    assert.equal(write('guests: []\n', [acme]), rest);
  });

  it('does not ask again what the row of a guest tells', () => {
    const given = {
      address: { text: 'Zoe Marsh <zoe@old.example>', written: true },
      space: { text: 'LAB', written: false },
    };
    const { entry } = add(two, ['viewer', [], 'No end', ''], { given });
    assert.equal(
      entry,
      'email: zoe@old.example\n    name: Zoe Marsh\n    space: LAB\n    role: viewer',
    );
  });

  it('is refused when somebody else has added the guest meanwhile', () => {
    const { answers } = converse(addGuestSteps(knownFrom(head), {}), {}, [
      'ana@partner.example',
      'DOCS',
      'viewer',
      'No end',
      '',
    ]);
    const refused = refuseGuest(answers, knownFrom(two));
    assert.equal(
      refused && say(refused),
      'ana@partner.example is in the file already, for the space DOCS.',
    );
  });
});

describe('what the site has', () => {
  const lists: Partial<SiteLists> = {
    guests: {
      state: 'found',
      value: ['ana@partner.example', 'zoe@old.example'].map((email, index) => ({
        accountId: String(index),
        email,
        name: email.slice(0, 3).toUpperCase(),
        kind: 'guest',
        state: 'active',
      })),
    },
    spaces: {
      state: 'found',
      value: ['DOCS', 'HR'].map((key) => ({
        id: key,
        key,
        name: `The ${key} space`,
        homepageId: undefined,
      })),
    },
    roles: {
      state: 'found',
      value: ['Viewer', 'Collaborator', 'Reviewer'].map((name) => ({
        id: name,
        name,
        permissions: [],
      })),
    },
    pages: {
      state: 'found',
      value: [
        { id: '7', title: 'Plan', spaceKey: 'DOCS' },
        { id: '12', title: 'Roadmap', spaceKey: 'DOCS' },
        { id: '13', title: 'Salaries', spaceKey: 'HR' },
      ],
    },
    groups: { state: 'found', value: [{ id: 'g', name: 'legal' }] },
  };
  const site = `On acme.atlassian.net, read ${momentOf('2027-01-01T09:30:00Z')}`;
  const { asked, written } = add(
    two,
    ['ZOE', 'DOCS', 'Reviewer', ['Roadmap'], 'group:legal', 'No end', ''],
    { lists },
  );

  it('is offered behind what the file has, with the time when it was read', () => {
    assert.deepEqual(offered(asked[0]), [
      `${site} | ZOE | zoe@old.example | `,
      ' | Another address… |  | ',
    ]);
    assert.deepEqual(offered(asked[1]), [
      ' | DOCS | The DOCS space | ',
      ' | LAB |  | ',
      `${site} | HR | The HR space | New to this file, which then owns the space`,
      ' | Another space… |  | ',
    ]);
    assert.deepEqual(offered(asked[2]).slice(2), [
      `${site} | Reviewer |  | `,
      ' | Another role… |  | ',
    ]);
    assert.deepEqual(offered(asked[3]), [
      'In the file | Plan | 7 | ',
      `${site} | Roadmap | DOCS · 12 | `,
      ' | Another page… |  | ',
    ]);
    assert.deepEqual(offered(asked[4]), [
      'In the file | group:docs-team |  | ',
      `${site} | group:legal |  | `,
      ' | Another group or person… |  | ',
    ]);
  });

  it('is written with the title of a page', () => {
    assert.match(
      written,
      /- page: 12\n {4}title: Roadmap\n {4}view: \[zoe@old.example, group:legal\]/,
    );
  });

  it('tells the file nothing when it could not be read', () => {
    const unread = { ...lists, guests: { state: 'unread', why: 'no key' } as const };
    const [first] = converse(addGuestSteps(knownFrom(head, unread), {}), {}, [
      'ana@partner.example',
      'DOCS',
      'viewer',
      ['Another page…'],
      '99',
      'group:legal',
      'No end',
      '',
    ]).asked;
    assert.equal(first?.kind, 'line');
  });
});

describe('an address', () => {
  const refusals: readonly (readonly [written: string, refused: string | undefined])[] = [
    ['', 'Write the whole email address, such as ana@partner.example.'],
    ['ana', 'Write the whole email address, such as ana@partner.example.'],
    [
      'ana@partner.example, b@c.example',
      'Write the whole email address, such as ana@partner.example.',
    ],
    ['new@partner.example', undefined],
    ['New Guest <new@partner.example>', undefined],
    ['mia@ACME.com', 'mia@ACME.com is staff, for acme.com is among the internal domains.'],
    ['ANA@partner.example', 'ANA@partner.example is in the file already, for the space DOCS.'],
    [
      'ben@agency.example',
      'ben@agency.example is in the file already, as revoked: change that entry instead.',
    ],
    [
      'old@agency.example',
      'old@agency.example is in the file already, and the access ended on 2026-12-31: write a later day there instead.',
    ],
  ];
  const expired = sample.replace(
    'guests:\n',
    'guests:\n  - { email: old@agency.example, space: DOCS, expires: 2026-12-31 }\n',
  );
  for (const [written, expected] of refusals)
    it(`“${written}” is ${expected === undefined ? 'taken' : 'refused'}`, () => {
      const refused = refuseAddress(written, knownFrom(expired), undefined);
      assert.equal(refused && say(refused), expected);
    });

  it('may be listed again for another space where the limits allow it', () => {
    const text = sample.replace('spacesPerGuest: 1', 'spacesPerGuest: 2');
    const known = knownFrom(text);
    assert.equal(refuseAddress('ana@partner.example', known, undefined), undefined);
    const again = refuseAddress('ana@partner.example', known, 'DOCS');
    assert.equal(
      again && say(again),
      'ana@partner.example is in the file already, for the space DOCS.',
    );
    const { asked } = converse(addGuestSteps(known, {}), {}, [
      'ana@partner.example',
      'LAB',
      'viewer',
      [],
      'No end',
      '',
    ]);
    assert.deepEqual(offered(asked[1]), [' | LAB |  | ', ' | Another space… |  | ']);
  });

  const people: readonly (readonly [text: string, email: string, name: string | undefined])[] = [
    ['ana@partner.example', 'ana@partner.example', undefined],
    ['Ana Díaz <ana@partner.example>', 'ana@partner.example', 'Ana Díaz'],
    ['"Díaz, Ana" <ana@partner.example> ', 'ana@partner.example', 'Díaz, Ana'],
    ['<ana@partner.example>', 'ana@partner.example', undefined],
    ['mailto:ana@partner.example', 'ana@partner.example', undefined],
    ['mailto:ana@partner.example?subject=Hi', 'ana@partner.example', undefined],
    ['ana@partner.example;', 'ana@partner.example', undefined],
    ["'ana@partner.example'.", 'ana@partner.example', undefined],
    ["ana.o'neil@partner.example", "ana.o'neil@partner.example", undefined],
    ['ana@partner.example (Ana Díaz)', 'ana@partner.example', 'Ana Díaz'],
    ['Ana Díaz ana@partner.example', 'ana@partner.example', 'Ana Díaz'],
    ['Ana <ana@partner.example', 'ana@partner.example', 'Ana'],
    [
      'ana@partner.example, ben@agency.example',
      'ana@partner.example, ben@agency.example',
      undefined,
    ],
  ];
  for (const [text, email, name] of people)
    it(`is found in “${text}”`, () => {
      assert.deepEqual(readPerson(text), { email, name });
    });
});

describe('the end of access', () => {
  const days = (text: string) => {
    const steps = addGuestSteps(knownFrom(text), {});
    return converse(steps, {}, ['cho@client.example', 'DOCS', 'viewer', 'No end', '']).asked[3];
  };

  it('is offered as days of the calendar', () => {
    assert.deepEqual(offered(days(head)), [
      ' | In 30 days | 2027-01-31 | ',
      ' | In 90 days | 2027-04-01 | ',
      ' | At the end of the quarter | 2027-03-31 | ',
      ' | No end |  | Until somebody takes the access away',
      ' | Another day… |  | ',
    ]);
  });

  it('is the end of the next quarter on the last day of one', () => {
    assert.equal(endOfQuarter('2027-03-30'), '2027-03-31');
    assert.equal(endOfQuarter('2027-03-31'), '2027-06-30');
    assert.equal(endOfQuarter('2027-12-31'), '2028-03-31');
  });

  it('must be a day to come', () => {
    const steps = addGuestSteps(knownFrom(head), {});
    const { asked } = converse(steps, {}, [
      'cho@client.example',
      'DOCS',
      'viewer',
      'Another day…',
      '2027-01-01',
      '',
    ]);
    const line = asked[4];
    assert.ok(line?.kind === 'line');
    for (const [written, expected] of [
      ['2026-12-31', '2026-12-31 is past: write a day to come.'],
      ['31.12.2027', 'Write a day of the calendar with the year first, such as 2027-01-31.'],
      ['2027-02-30', 'Write a day of the calendar with the year first, such as 2027-01-31.'],
    ]) {
      const refused = line.refuse(written ?? '');
      assert.equal(refused && say(refused), expected);
    }
  });
});
