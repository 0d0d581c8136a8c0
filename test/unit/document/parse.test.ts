import assert from 'node:assert/strict';
import { parse } from '../../../src/document/parse';
import { head, sample, today } from '../../support/samples';

const read = (text: string) => parse(text, today).document;

describe('a parsed file', () => {
  it('holds everything that is written', () => {
    const document = read(sample);
    assert.equal(document.site?.origin, 'https://acme.atlassian.net');
    assert.equal(document.organization, '6f1c0a2e-7d5b-4c1f-9a52-0c6f3e1b8d47');
    assert.deepEqual(document.internalDomains, ['acme.com']);
    assert.deepEqual(document.limits, {
      guestsPerPaidUser: 5,
      spacesPerGuest: 1,
      removals: { percent: 25 },
    });
    assert.deepEqual(
      [...document.spaces.values()].map(({ key, manage }) => [key, manage]),
      [
        ['DOCS', 'strict'],
        ['LAB', 'additive'],
      ],
    );
    assert.deepEqual(
      document.teams.get('reviewers')?.members.map(({ email }) => email),
      ['ana@partner.example', 'cho@client.example'],
    );
    assert.deepEqual(
      document.guests?.map(({ email, role, access }) => [email, role, access]),
      [
        ['ana@partner.example', 'contributor', 'granted'],
        ['cho@client.example', 'viewer', 'granted'],
        ['ben@agency.example', 'contributor', 'revoked'],
      ],
    );
    assert.deepEqual(
      document.pages?.[0]?.view?.map(({ kind }) => kind),
      ['team', 'group'],
    );
  });

  it('underlines the entry and its address', () => {
    const [ana, cho] = read(sample).guests ?? [];
    assert.equal(sample.slice(ana?.emailSpan.start, ana?.emailSpan.end), 'ana@partner.example');
    assert.equal(
      sample.slice(cho?.span.start, cho?.span.end),
      '{ email: cho@client.example, space: DOCS, role: viewer }',
    );
    assert.match(
      sample.slice(ana?.span.start, ana?.span.end),
      /^email: ana[^]*owner: lee@acme.com$/,
    );
  });

  it('is the same with a byte-order mark and CRLF, each place where it is in that text', () => {
    const text = `\uFEFF${sample.replaceAll('\n', '\r\n')}`;
    const { document, problems } = parse(text, today);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      document.guests?.map(({ emailSpan }) => text.slice(emailSpan.start, emailSpan.end)),
      document.guests?.map(({ email }) => email),
    );
  });

  it('tells absent from empty', () => {
    assert.equal(read(head).guests, undefined);
    assert.equal(read(head).pages, undefined);
    assert.deepEqual(read(`${head}guests: []`).guests, []);
    assert.equal(read(`${head}pages: [{ page: 1, edit: [] }]`).pages?.[0]?.view, undefined);
    assert.deepEqual(read(`${head}pages: [{ page: 1, edit: [] }]`).pages?.[0]?.edit, []);
  });

  it('keeps the good entries beside a bad one', () => {
    const text = `${head}guests: [{ email: a@b.example, space: DOCS }, { email: x }, { email: c@d.example, space: LAB }]`;
    assert.deepEqual(
      read(text).guests?.map(({ email }) => email),
      ['a@b.example', 'c@d.example'],
    );
  });

  it('keeps the good entries beside bad YAML', () => {
    const text = `${head}guests:\n  - email: a@b.example\n    space: DOCS\n  - email\n    space: LAB\n  - email: c@d.example\n    space: LAB\n`;
    assert.deepEqual(
      read(text).guests?.map(({ email }) => email),
      ['a@b.example', 'c@d.example'],
    );
  });

  it('keeps a space key that looks like a number as it is written', () => {
    const { document, problems } = parse(
      'version: 1\nsite: https://acme.atlassian.net\nspaces: { 2024: , 007: }\nguests: [{ email: a@b.example, space: 2024 }, { email: c@d.example, space: 007 }]',
      today,
    );
    assert.deepEqual(problems, []);
    assert.deepEqual([...document.spaces.keys()], ['2024', '007']);
    assert.deepEqual(
      document.guests?.map(({ space }) => space),
      ['2024', '007'],
    );
  });

  it('repeats what an alias stands for', () => {
    const text = `${head}pages: [{ page: 1, view: &staff [group:a] }, { page: 2, view: *staff }]`;
    assert.deepEqual(
      read(text).pages?.map(({ view }) => view?.length),
      [1, 1],
    );
  });

  const pages: readonly (readonly [written: string, id: string, space: string | undefined])[] = [
    ['123456', '123456', undefined],
    ['"123456"', '123456', undefined],
    ['12345678901234567890', '12345678901234567890', undefined],
    ['https://acme.atlassian.net/wiki/spaces/DOCS/pages/123456/A+Title', '123456', 'DOCS'],
    ['https://acme.atlassian.net/wiki/spaces/DOCS/pages/edit-v2/123456?draft=1', '123456', 'DOCS'],
    ['https://acme.atlassian.net/wiki/spaces/%7Elee/pages/123456', '123456', '~lee'],
    ['https://acme.atlassian.net/wiki/pages/viewpage.action?pageId=123456', '123456', undefined],
  ];
  for (const [written, id, space] of pages)
    it(`reads the page ${written}`, () => {
      const [page] =
        read(
          `${head.replace('LAB:', 'LAB: , ~lee:')}pages: [{ page: ${written.includes('?') ? `"${written}"` : written} }]`,
        ).pages ?? [];
      assert.deepEqual([page?.id, page?.spaceKey], [id, space]);
    });

  for (const [written, removals] of [
    ['10', { count: 10 }],
    ['12.5%', { percent: 12.5 }],
    ['100%', { percent: 100 }],
  ] as const)
    it(`reads the limit ${written}`, () => {
      assert.deepEqual(read(`${head}limits: { removals: ${written} }`).limits.removals, removals);
    });

  it('points from the second of two to the first', () => {
    const [found] = parse(
      `${head}guests: [{ email: a@b.example, space: DOCS }, { email: A@b.example, space: DOCS }]`,
      today,
    ).problems;
    assert.equal(found?.related[0]?.span.start, `${head}guests: [{ email: `.length);
  });
});
