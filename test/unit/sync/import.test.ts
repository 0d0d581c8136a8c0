import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { momentOf } from '../../../src/document/date';
import { parse } from '../../../src/document/parse';
import { say } from '../../../src/document/sentence';
import { readSeed, type SeedInput } from '../../../src/sandbox/server';
import { accountIdOf } from '../../../src/sandbox/stableId';
import { readContents, type SiteContents } from '../../../src/sync/import/contents';
import { draftOf } from '../../../src/sync/import/draft';
import { mergeDraft } from '../../../src/sync/import/merge';
import { draftText } from '../../../src/sync/import/text';
import { projectRoot } from '../../support/project';
import { acme, onSite, today, words, type SiteOptions } from '../../support/site';

const readAt = '2026-06-01T09:00:00.000Z';
const lee = `user:${accountIdOf('lee@acme.com')}`;
const ben = accountIdOf('ben@agency.example');

/** What is on a site in these spaces, as `http://sandbox`. */
async function contentsOf(
  options: SiteOptions,
  spaces: readonly string[] = ['DOCS'],
  prepare: (site: { addFault: (path: string) => void }) => void = () => undefined,
): Promise<SiteContents> {
  let contents: SiteContents | undefined;
  await onSite(options, async ({ connected: { reader, lister }, sandbox }) => {
    prepare({
      addFault: (path) => {
        sandbox.addFaults([{ path, status: 403, times: 99 }]);
      },
    });
    contents = await readContents(reader, lister, {
      origin: 'http://127.0.0.1:1',
      spaces,
      now: () => new Date(readAt),
      signal: new AbortController().signal,
    });
  });
  assert.ok(contents);
  return contents;
}

/** The new file without the first line, which tells of the reading. */
async function textOf(...given: Parameters<typeof contentsOf>): Promise<string> {
  const contents = await contentsOf(...given);
  const text = await draftText(await draftOf(contents, undefined), contents, undefined);
  return text.slice(text.indexOf('\n') + 1);
}

/** The lines of the new file that are comments, and those that say how spaces are managed. */
async function remarksOf(...given: Parameters<typeof contentsOf>): Promise<readonly string[]> {
  const lines = (await textOf(...given)).split('\n').map((line) => line.trim());
  return lines.filter((line) => line.startsWith('#') || line.includes('manage:'));
}

describe('a file imported from a site', () => {
  it('tells what was read, where, when and by whom', async () => {
    const contents = await contentsOf({}, ['DOCS', 'LAB']);
    const text = await draftText(await draftOf(contents, undefined), contents, undefined);
    const [first] = text.split('\n');
    assert.equal(
      first,
      `# Read from http://127.0.0.1:1 as Lee on ${momentOf(readAt)}. Written: spaces 2, guests 3, pages with guests 1. Not written: 0`,
    );
  });

  it('lists spaces, guests and the pages that are restricted to guests among others', async () => {
    assert.equal(
      await textOf({}, ['LAB', 'DOCS']),
      `version: 1
site: http://127.0.0.1:1

spaces:
  LAB: { manage: strict } # Lab
  DOCS: { manage: strict } # Docs

guests:
  - email: kai@lab.example
    name: Kai
    space: LAB
    role: viewer
  - email: ana@partner.example
    name: Ana
    space: DOCS
    role: contributor
  - email: ben@agency.example
    name: Ben
    space: DOCS
    role: contributor

pages:
  - page: 11
    title: Closed
    view:
      - ben@agency.example
      - ${lee} # Lee
      - group:docs-team
`,
    );
  });

  it('names the organization when it is known', async () => {
    const contents = await contentsOf({});
    assert.match(
      await draftText(await draftOf(contents, undefined), contents, 'org-1'),
      /^organization: org-1$/m,
    );
  });

  it('lists nobody where nobody is', async () => {
    const seed = acme({
      spaces: [{ key: 'DOCS', name: 'Docs', access: { 'lee@acme.com': 'admin' } }],
    });
    const text = await textOf({ seed: { ...seed, pages: [] } });
    assert.match(text, /DOCS: \{ manage: strict \}.*\n\nguests: \[\]\n$/);
  });

  it('quotes what YAML would take for something else, and comments nothing that could break out', async () => {
    const seed = acme();
    const text = await textOf({
      seed: {
        ...seed,
        people: seed.people.map((one) =>
          one.name === 'Ana'
            ? { ...one, name: 'Ana: #1' }
            : one.name === 'Ben'
              ? { ...one, name: 'B\u202een' }
              : one,
        ),
        spaces: seed.spaces?.map((one) => ({ ...one, name: 'Docs\nguests: []' })) ?? [],
        pages: [
          { id: 1, title: 'true', space: 'DOCS', view: ['lee@acme.com', 'ben@agency.example'] },
          { id: 2, title: 'a\u202eb', space: 'DOCS', edit: ['ben@agency.example'] },
        ],
      },
    });
    const { document, problems } = parse(text, today);
    assert.deepEqual(
      problems.filter(({ severity }) => severity === 'error'),
      [],
    );
    assert.deepEqual(
      document.guests?.map(({ name }) => name),
      ['Ana: #1', undefined],
    );
    assert.deepEqual(
      document.pages?.map(({ title }) => title),
      ['true', undefined],
    );
    assert.match(text, /^ {2}DOCS: \{ manage: strict \}$/m);
  });

  const kinds: readonly (readonly [string, SeedInput['people'][number]['state'], string])[] = [
    ['who has not accepted', 'invited', '# Invited, and not accepted yet'],
    [
      'whose account is deactivated',
      'deactivated',
      '# The Atlassian account is deactivated or suspended',
    ],
  ];
  for (const [who, state, remark] of kinds) {
    it(`marks a guest ${who}`, async () => {
      const seed = acme();
      const people = seed.people.map((one) => (one.name === 'Ana' ? { ...one, state } : one));
      assert.match(
        await textOf({ seed: { ...seed, people } }),
        new RegExp(`  ${remark}\n  - email: ana@`),
      );
    });
  }

  it('gives more than one space to guests who have them', async () => {
    const seed = acme({ switches: { guestSpaces: 'many' } });
    const spaces = seed.spaces?.map((space) => ({
      ...space,
      access: { ...space.access, 'ana@partner.example': 'viewer' },
    }));
    const text = await textOf({ seed: { ...seed, spaces: spaces ?? [] } }, ['DOCS', 'LAB']);
    assert.match(text, /^limits:\n {2}spacesPerGuest: 2$/m);
  });

  it('uses the names of the roles of a site that has some', async () => {
    const spaces = [
      {
        key: 'DOCS',
        name: 'Docs',
        access: {
          'lee@acme.com': 'admin',
          'ana@partner.example': 'contributor',
          'ben@agency.example': 'viewer',
          'kai@lab.example': 'Reviewer',
        },
      },
    ];
    const roles = [{ name: 'Reviewer', permissions: ['read/space', 'create/comment'] }];
    const seed = acme({ site: { name: 'Acme', mode: 'ROLES' }, roles, spaces, pages: [] });
    const text = await textOf({ seed });
    assert.deepEqual(text.match(/role: .*/g), [
      'role: contributor',
      'role: viewer',
      'role: Reviewer',
    ]);
  });

  it('gives the account of guests whose address the site shows, where no organization can be asked', async () => {
    const seed = acme();
    const people = seed.people.map((one) => ({ ...one, emailVisible: true }));
    const text = await textOf({ seed: { ...seed, people }, adminKey: '' });
    assert.match(
      text,
      new RegExp(`email: ben@agency.example\n    name: Ben\n    account: ${ben}\n`),
    );
  });

  const careful =
    '# Somebody in a space is not written, so it is additive: make it strict when everybody is listed';
  const page = `# Who may view “Closed” is not written, for Ben may and is not listed as a guest of space DOCS`;
  const additive = [careful, 'DOCS: { manage: additive } # Docs'];
  const unlisted: readonly (readonly [string, Parameters<typeof contentsOf>, readonly string[]])[] =
    [
      [
        'hide the address, with the way out',
        [{ adminKey: '' }],
        [
          ...additive,
          ...['Ana', 'Ben'].map(
            (name) =>
              `# ${name} has space DOCS and hides the address, which could not be looked up (that takes an organization admin key): import again once it can, or ask for it and add the guest with \`account: ${accountIdOf(name === 'Ana' ? 'ana@partner.example' : 'ben@agency.example')}\``,
          ),
          page,
        ],
      ],
      [
        'are not shown by the organization',
        [
          {
            seed: acme({
              people: acme().people.map((one) =>
                one.name === 'Ben' ? { ...one, state: 'invited' } : one,
              ),
              switches: { pendingInSearch: 'absent' },
            }),
          },
        ],
        [
          ...additive,
          `# Ben has space DOCS, and the organization does not show the address: ask for it and add the guest with \`account: ${ben}\``,
          page,
        ],
      ],
      [
        'may do what no role of the file allows',
        [
          {
            seed: acme({
              spaces: [
                {
                  key: 'DOCS',
                  name: 'Docs',
                  access: {
                    'lee@acme.com': 'admin',
                    'group:docs-team': 'viewer',
                    'ben@agency.example': ['read/space', 'create/comment'],
                  },
                },
                { key: 'LAB', name: 'Lab', access: {} },
              ],
            }),
          },
        ],
        [
          ...additive,
          '# No role of this file allows just what ben@agency.example may do in space DOCS (create/comment, read/space): change that in Confluence, or add the guest with the role to have',
          page.replace('Ben', 'ben@agency.example'),
        ],
      ],
    ];
  for (const [what, given, remarks] of unlisted) {
    it(`tells of guests who ${what}, and removes nobody`, async () => {
      assert.deepEqual(await remarksOf(...given), remarks);
    });
  }

  const roles = acme({ site: { name: 'Acme', mode: 'ROLES' } });
  const unread: readonly (readonly [string, string, readonly RegExp[], SeedInput?])[] = [
    [
      'who may use a space',
      '/wiki/api/v2/spaces/98305/permissions',
      [/Somebody/, /additive/, /Who may use space DOCS could not be read: ./, /Who may view/],
    ],
    [
      'the pages of a space',
      '/wiki/api/v2/spaces/98305/pages',
      [/strict/, /The pages of space DOCS could not be read: ./],
    ],
    [
      'the organization',
      '/admin/v2/orgs/org-1/directories/-/users/search',
      [/Somebody/, /additive/, /Ana .* could not be looked up \(./, /Ben .* \(./, /Who may view/],
    ],
    [
      'the roles of the site',
      '/wiki/api/v2/space-roles',
      [
        /Somebody/,
        /additive/,
        /The role of ana@partner\.example in space DOCS could not be read: ./,
        /The role of ben@/,
        /Who may view/,
      ],
      roles,
    ],
  ];
  for (const [what, path, remarks, seed = acme()] of unread) {
    it(`says that it could not read ${what}, and why`, async () => {
      const found = await remarksOf({ seed }, ['DOCS'], ({ addFault }) => {
        addFault(path);
      });
      assert.equal(found.length, remarks.length, found.join('\n'));
      for (const [index, remark] of remarks.entries()) assert.match(found[index] ?? '', remark);
    });
  }

  it('is not made without knowing who is a guest', async () => {
    const people = '/wiki/api/v2/users-bulk';
    const reading = contentsOf({}, ['DOCS'], ({ addFault }) => {
      addFault(people);
    });
    await assert.rejects(reading, { name: 'ConfluenceError' });
  });

  it('is not made for a space that is not visible', async () => {
    await assert.rejects(contentsOf({}, ['DOCS', 'HR']), {
      kind: 'notFound',
      message:
        'The site shows you no space HR: check the key, or ask its administrator for access.',
    });
  });

  const lists: readonly (readonly [
    string,
    { readonly view?: string[]; readonly edit?: string[] },
    readonly string[],
  ])[] = [
    ['leaves out pages without guests', { view: ['lee@acme.com'] }, []],
    [
      'leaves out an edit list with a guest who may not view the page',
      {
        view: ['lee@acme.com', 'ana@partner.example'],
        edit: ['lee@acme.com', 'ben@agency.example'],
      },
      [
        'view: ana@partner.example, LEE',
        '# Who may edit “Page” is not written, for ben@agency.example may edit it and may not view it',
      ],
    ],
    [
      'leaves off an edit list the staff who may not view the page',
      {
        view: ['lee@acme.com', 'ana@partner.example'],
        edit: ['lee@acme.com', 'ana@partner.example', 'mia@acme.com', 'group:docs-team'],
      },
      [
        'view: ana@partner.example, LEE',
        'edit: ana@partner.example, LEE',
        '# The editors of “Page” are written without Mia, docs-team; they stay on the page',
      ],
    ],
    [
      'leaves out a list with a guest of another space',
      { view: ['lee@acme.com', 'kai@lab.example'], edit: ['ana@partner.example'] },
      [
        '# Who may view “Page” is not written, for kai@lab.example may and is not listed as a guest of space DOCS',
        '# Who may edit “Page” is not written, for ana@partner.example may edit it and may not view it',
      ],
    ],
  ];
  for (const [rule, restrictions, expected] of lists) {
    it(rule, async () => {
      const pages = [{ id: 1, title: 'Page', space: 'DOCS', ...restrictions }];
      const text = await textOf({ seed: acme({ pages }) });
      const { document } = parse(text, today);
      const written = (document.pages ?? []).flatMap(({ view, edit }) =>
        Object.entries({ view, edit }).flatMap(([key, list]) =>
          list
            ? [`${key}: ${list.map(({ span }) => text.slice(span.start, span.end)).join(', ')}`]
            : [],
        ),
      );
      const remarks = text.split('\n').filter((line) => /^ {2}# (Who|The)/.test(line));
      const found = [...written, ...remarks.map((line) => line.trim())];
      assert.deepEqual(
        found.map((line) => line.replaceAll(lee, 'LEE')),
        expected,
      );
    });
  }

  it('does not let a viewer edit, which the file would not allow', async () => {
    const pages = [
      { id: 1, title: 'Page', space: 'LAB', edit: ['lee@acme.com', 'kai@lab.example'] },
    ];
    assert.deepEqual((await remarksOf({ seed: acme({ pages }) }, ['LAB'])).slice(1), [
      '# Who may edit “Page” is not written, for kai@lab.example may edit it and is a viewer of its space',
    ]);
  });
});

describe('importing into a file', () => {
  const head = 'version: 1\nsite: http://127.0.0.1:1\n';

  /** The file with what it lacks, without the line that tells of the reading. */
  async function merged(text: string, ...given: Parameters<typeof contentsOf>): Promise<string> {
    const contents = await contentsOf(...given);
    const { document, problems } = parse(text, today);
    assert.deepEqual(
      problems.filter(({ severity }) => severity === 'error'),
      [],
    );
    const result = await mergeDraft(text, await draftOf(contents, document), contents);
    const errors = parse(result, today).problems.filter(({ severity }) => severity === 'error');
    assert.deepEqual(
      errors.map(({ sentence }) => say(sentence)),
      [],
      result,
    );
    return result.replace(/^# Read from .*\r?\n/m, '');
  }

  it('adds what is missing and touches nothing else', async () => {
    const text = `# ours
${head}spaces:
    LAB:   # additive
guests:
    # Kai helps us
    - { email: 'KAI@lab.example',   space: LAB }   # odd
pages:
    - page: "20"
`;
    assert.equal(
      await merged(text, {}, ['DOCS', 'LAB']),
      `# ours
${head}spaces:
    LAB:   # additive
    DOCS: { manage: strict }
guests:
    # Kai helps us
    - { email: 'KAI@lab.example',   space: LAB }   # odd
    - { email: ana@partner.example, name: Ana, space: DOCS, role: contributor }
    - { email: ben@agency.example, name: Ben, space: DOCS, role: contributor }
pages:
    - page: "20"
    - page: 11
      title: Closed
      view: [ben@agency.example, ${lee}, group:docs-team] # Lee
`,
    );
  });

  it('makes the sections that the file lacks, with its line breaks', async () => {
    const text = head.replaceAll('\n', '\r\n');
    const result = await merged(text, {});
    assert.ok(result.startsWith(text));
    assert.doesNotMatch(result.replaceAll('\r\n', ''), /\n/);
    const { document } = parse(result, today);
    assert.deepEqual([...document.spaces.keys()], ['DOCS']);
    assert.deepEqual(
      document.guests?.map(({ email }) => email),
      ['ana@partner.example', 'ben@agency.example'],
    );
    assert.deepEqual(
      document.pages?.map(({ id }) => id),
      ['11'],
    );
  });

  it('adds nothing to a file that has everything', async () => {
    const text = await merged(head, {});
    assert.equal(await merged(text, {}), text);
  });

  const own = `${head}spaces: { DOCS: { manage: strict } }\n`;
  const ana = '  - { email: ana@partner.example, space: DOCS }\n';
  const untouched: readonly (readonly [string, string])[] = [
    [
      'a guest whom the file revokes, on pages too',
      `${own}guests:\n${ana}  - { email: ben@agency.example, space: DOCS, access: revoked }\n`,
    ],
    [
      'a guest whom the file counts as staff',
      `internalDomains: [agency.example]\n${own}guests:\n${ana}`,
    ],
    [
      'a page that the file has',
      `${own}guests:\n${ana}  - { email: ben@agency.example, space: DOCS }\npages: [{ page: 11 }]\n`,
    ],
  ];
  for (const [what, text] of untouched) {
    it(`adds nothing about ${what}`, async () => {
      assert.equal(await merged(text, {}), text);
    });
  }

  it('knows a guest by the account that the file gives', async () => {
    const text = `${own}guests:\n${ana}  - { email: benjamin@agency.example, account: "${ben}", space: DOCS }\n`;
    const result = await merged(text, {});
    assert.match(result, /view: \[benjamin@agency\.example,/);
    assert.doesNotMatch(result, /ben@/);
  });

  it('names the staff in lists of every form, and never within brackets', async () => {
    const page = (body: string) => `${own}guests:\n${ana}pages:${body}`;
    const inLines = await merged(page('\n  - page: 20\n    view:\n      - group:x\n'), {});
    assert.match(inLines, new RegExp(`\n      - ${lee} # Lee\n      - group:docs-team\n`));
    const inBraces = await merged(page('\n  - { page: 20, view: [group:x] }\n'), {});
    assert.match(inBraces, new RegExp(`${lee}, group:docs-team\\] \\} # Lee\n`));
    const inBrackets = await merged(page(' [{ page: 20, view: [group:x] }]\n'), {});
    assert.doesNotMatch(inBrackets, /Lee/);
  });

  it('owns no space strictly of which a guest could not be written', async () => {
    const contents = await contentsOf({});
    const text = `${head}guests:\n  - email: x@y.example\n    space: DOCS\n    name: "un\n`;
    const { document } = parse(text, today);
    const result = await mergeDraft(text, await draftOf(contents, document), contents);
    assert.match(result, /Written: spaces 1, guests 0, pages with guests 0\. Not written: 3\n/);
    for (const who of ['ana@partner.example', 'ben@agency.example', 'Closed'])
      assert.ok(result.includes(`# ${who} could not be added to the file: add them by hand\n`));
    assert.match(result, /DOCS: \{ manage: additive \}/);
  });

  it('adds no second space where a guest may have one', async () => {
    const text = `${head}spaces: { LAB: { manage: strict } }\nguests:\n  - { email: ana@partner.example, space: LAB }\n`;
    const result = await merged(text, {});
    assert.match(result, /DOCS: \{ manage: additive \}/);
    assert.match(result, /# ana@partner\.example has space DOCS too, and `spacesPerGuest` allows/);
    assert.equal(parse(result, today).document.guests?.length, 2);
  });

  it('says below everything what it could not write', async () => {
    const result = await merged(
      `${own}guests:\n${ana}`,
      {
        seed: acme({
          people: acme().people.map((one) => ({ ...one, emailVisible: one.name !== 'Ben' })),
        }),
        adminKey: '',
      },
      ['DOCS', 'LAB'],
    );
    assert.match(
      result,
      /\n# Ben has space DOCS and hides the address[^\n]*\n# Who may view “Closed” is not written[^\n]*\n$/,
    );
  });
});

describe('the sample site', () => {
  it('can be imported, and then there is nothing to change', async () => {
    const text = readFileSync(path.join(projectRoot, 'media', 'sandbox', 'site.yaml'), 'utf8');
    const { people, groups, spaces, pages } = readSeed(text);
    const seed = acme({ people, groups, spaces, pages });
    await onSite({ seed }, async (site) => {
      const { reader, lister } = site.connected;
      const contents = await readContents(reader, lister, {
        origin: 'http://127.0.0.1:1',
        spaces: ['DOCS', 'LAB'],
        now: () => new Date(readAt),
        signal: new AbortController().signal,
      });
      const file = await draftText(await draftOf(contents, undefined), contents, undefined);
      const { steps, blocked } = await site.plan(file.slice(file.indexOf('\nspaces:') + 1));
      assert.deepEqual([words(steps), blocked], [[], []]);
      assert.equal(parse(file, today).document.guests?.length, 5);
    });
  });
});
