import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/document/edit';
import { parse } from '../../../src/document/parse';
import { say } from '../../../src/document/sentence';
import type { Answers } from '../../../src/language/ask/answers';
import { givenAt, refuseShare, sharePageSteps, writeShare } from '../../../src/language/sharePage';
import { head, today } from '../../support/samples';
import { converse, knownFrom, offered, type Reply } from './conversation';

const file = `${head}teams:
  docs: [ana@partner.example, cho@client.example]
  labs: [kai@lab.example]
guests:
  - { email: ana@partner.example, name: Ana, space: DOCS }
  - { email: cho@client.example, space: DOCS, role: viewer }
  - { email: ben@agency.example, space: DOCS, access: revoked }
  - { email: old@agency.example, space: DOCS, expires: 2026-12-31 }
  - { email: kai@lab.example, space: LAB }
pages:
  - { page: 7, title: Plan, view: [ana@partner.example, group:docs-team] }
  - page: https://acme.atlassian.net/wiki/spaces/LAB/pages/8/Results
    edit: [group:lab-team]
`;

const roadmap = 'https://acme.atlassian.net/wiki/spaces/DOCS/pages/12/Roadmap';

function share(
  replies: readonly Reply[],
  { text = file, given = {}, clipboard = '' }: Partial<Case> = {},
) {
  const known = knownFrom(text);
  const { asked, answers } = converse(sharePageSteps(known, given, clipboard), given, replies);
  const { edits, find } = writeShare(text, known, given, answers);
  assert.ok(edits);
  const written = applyEdits(text, edits);
  const { document, problems } = parse(written, today);
  const span = find(document);
  return {
    asked,
    prompts: asked.map(({ prompt }) => say(prompt)),
    edits,
    written,
    page: span && written.slice(span.start, span.end).trimEnd(),
    problems: problems.map(({ code }) => code),
  };
}

interface Case {
  readonly text: string;
  readonly given: Answers;
  readonly clipboard: string;
}

describe('sharing a page', () => {
  it('asks for page, guests and what they may do, and puts the guests on its list', () => {
    const { prompts, page, written } = share(['Plan', ['cho@client.example'], 'View']);
    assert.deepEqual(prompts, [
      'Which page do you want to share?',
      'With whom do you want to share the page?',
      'What may they do with the page?',
    ]);
    assert.equal(
      page,
      '{ page: 7, title: Plan, view: [ana@partner.example, group:docs-team, cho@client.example] }',
    );
    assert.equal(written, file.replace(/docs-team\]/, 'docs-team, cho@client.example]'));
  });

  it('asks which staff keep the page when a list is made for it', () => {
    const { page } = share(['Plan', ['Ana'], 'View and edit', 'group:docs-team']);
    assert.equal(
      page,
      '{ page: 7, title: Plan, view: [ana@partner.example, group:docs-team], edit: [ana@partner.example, group:docs-team] }',
    );
  });

  it('leaves viewing unmanaged where the file manages editing alone', () => {
    const { page } = share(['Results', ['kai@lab.example'], 'View and edit']);
    assert.match(page ?? '', /^page: https:.*\n {4}edit: \[group:lab-team, kai@lab.example\]$/);
  });

  it('writes an entry for a page that is new to the file, without what else was in its address', () => {
    const address = `${roadmap}?focusedCommentId=5#comment`;
    const { page, problems } = share([
      'Another page…',
      address,
      ['docs'],
      'View',
      'group:lab-team',
    ]);
    assert.equal(page, `page: ${roadmap}\n    view: [team:docs, group:lab-team]`);
    assert.deepEqual(new Set(problems), new Set(['guestOnNoPage', 'expired']));
  });

  it('offers the page on the clipboard first', () => {
    const { asked, page } = share(['Roadmap', ['Ana'], 'View', 'group:docs-team'], {
      clipboard: ` ${roadmap}\n`,
    });
    assert.deepEqual(offered(asked[0]), [
      `On the clipboard | Roadmap | ${roadmap} | `,
      'In the file | Plan | 7 | ',
      'In the file | Results | 8 | ',
      ' | Another page… |  | ',
    ]);
    assert.match(page ?? '', /pages\/12\/Roadmap/);
  });

  it('says why a page on the clipboard is not offered', () => {
    const question = 'Which page do you want to share?';
    const prompt = (clipboard: string, given: Answers = {}) =>
      share(['Plan', ...(given.guests ? [] : [['cho@client.example']]), 'View'], {
        clipboard,
        given,
      }).prompts[0];
    assert.equal(
      prompt(roadmap.replace('DOCS', 'HR')),
      `${question} The one on the clipboard is in the space HR, which the file does not own`,
    );
    const given = { guests: ['cho@client.example'] };
    assert.equal(
      prompt(roadmap.replace('DOCS', 'LAB'), given),
      `${question} The one on the clipboard is in the space LAB, which the guest does not have`,
    );
    assert.equal(
      prompt('https://evil.example/wiki/spaces/HR/pages/12/x'),
      `${question} The one on the clipboard is on evil.example`,
    );
    assert.equal(
      prompt('https://acme.atlassian.net/wiki/x/AbCd'),
      `${question} The clipboard has a short link, which does not name its page: open it and copy the full address`,
    );
    assert.equal(
      prompt('https://acme.atlassian.net/wiki/spaces/DOCS/overview'),
      `${question} The address on the clipboard is not one of a page that can be shared`,
    );
    for (const other of [roadmap, 'https://news.example/today', '12', ''])
      assert.equal(prompt(other, given), question);
  });

  const copies: readonly (readonly [how: string, clipboard: string])[] = [
    ['in angle brackets', `<${roadmap}>`],
    ['behind its title', `Roadmap - Docs - Confluence ${roadmap}`],
    ['as a link of Markdown', `[Roadmap](${roadmap})`],
    ['without encryption', roadmap.replace('https', 'http')],
  ];
  for (const [how, clipboard] of copies)
    it(`offers the page that was copied ${how}`, () => {
      const { page } = share(['Roadmap', ['Ana'], 'View', 'group:docs-team'], { clipboard });
      assert.equal(page, `page: ${roadmap}\n    view: [ana@partner.example, group:docs-team]`);
    });

  it('offers a page of the file once, though it is on the clipboard too', () => {
    const clipboard = 'https://acme.atlassian.net/wiki/spaces/DOCS/pages/7/Plan';
    const { asked, page } = share(['Plan', ['cho@client.example'], 'View'], { clipboard });
    assert.deepEqual(offered(asked[0]), [
      `On the clipboard | Plan | ${clipboard} | `,
      'In the file | Results | 8 | ',
      ' | Another page… |  | ',
    ]);
    assert.match(page ?? '', /^\{ page: 7, /);
  });

  const meant: readonly (readonly [written: string, page: string])[] = [
    ['#12', 'page: 12'],
    ['pageId=12', 'page: 12'],
    ['acme.atlassian.net/wiki/spaces/DOCS/pages/12/Roadmap', `page: ${roadmap}`],
  ];
  for (const [written, page] of meant)
    it(`takes ${written} for the page that is meant`, () => {
      const shared = share(['Another page…', written, ['Ana'], 'View', 'group:docs-team']);
      assert.ok(shared.page?.startsWith(`${page}\n`), shared.page);
    });

  const untrusted: readonly (readonly [what: string, clipboard: string])[] = [
    ['digits, which may be anything', '123456'],
    ['a page of another site', 'https://evil.example/wiki/spaces/DOCS/pages/12/Roadmap'],
    ['a page of a space that the file does not own', roadmap.replace('DOCS', 'HR')],
    ['an address of no page', 'https://acme.atlassian.net/wiki/spaces/DOCS'],
    ['a short link', 'https://acme.atlassian.net/wiki/x/AbCd'],
    ['a secret', 'ATATT3xFfGF0'],
    ['nothing', ''],
  ];
  for (const [what, clipboard] of untrusted)
    it(`does not offer ${what} from the clipboard`, () => {
      const [page] = share(['Plan', ['cho@client.example'], 'View'], { clipboard }).asked;
      assert.equal(offered(page).length, 3);
    });

  it('offers the guests with access to the space of the page, and teams of such guests', () => {
    const names = (page: string, ...rest: readonly Reply[]) =>
      offered(share([page, ...rest]).asked[1]);
    assert.deepEqual(names('Results', ['labs'], 'View and edit'), [
      'Teams | labs | kai@lab.example | ',
      'Guests | kai@lab.example |  | ',
      ' | A new guest… |  | ',
    ]);
    assert.deepEqual(names('Plan', ['cho@client.example'], 'View'), [
      'Teams | docs | ana@partner.example, cho@client.example | ',
      'Teams | labs | kai@lab.example | ',
      'Guests | Ana | ana@partner.example | Views the page already',
      'Guests | cho@client.example |  | ',
      'Guests | kai@lab.example |  | ',
      ' | A new guest… |  | ',
    ]);
  });

  it('does not offer editing to somebody whose role is viewer, and says why', () => {
    for (const who of ['cho@client.example', 'docs']) {
      const access = share(['Plan', [who], 'View']).asked[2];
      assert.deepEqual(offered(access), [
        ' | View |  | cho@client.example has the role viewer and cannot edit',
      ]);
    }
  });

  it('asks for a new guest among the others', () => {
    const { prompts, written, problems } = share([
      'Plan',
      ['cho@client.example', 'A new guest…'],
      'Dana <dana@new.example>',
      'DOCS',
      'contributor',
      'In 30 days',
      'Launch',
      'View',
    ]);
    assert.equal(prompts.length, 8);
    const { guests, pages } = parse(written, today).document;
    const dana = guests?.at(-1);
    assert.deepEqual([dana?.email, dana?.reason], ['dana@new.example', 'Launch']);
    assert.equal(pages?.[0]?.view?.length, 4);
    assert.ok(!problems.includes('unknownGuest'));
  });

  it('asks for a new guest at once where the file has nobody for the page, and knows the space', () => {
    const text = `${head}guests: []\n`;
    const { prompts, problems, page } = share(
      [roadmap, 'dana@new.example', 'viewer', 'No end', '', 'View', 'docs-team'],
      { text },
    );
    assert.deepEqual(prompts.slice(0, 3), [
      'The address of the page in your browser, or its ID',
      'The email address of the guest',
      'Which role shall the guest have in the space?',
    ]);
    assert.equal(page, `page: ${roadmap}\n    view: [dana@new.example, group:docs-team]`);
    assert.deepEqual(problems, []);
  });

  it('does not ask for the page of a row', () => {
    const given = { page: { text: '7', written: false } };
    const { prompts } = share([['cho@client.example'], 'View'], { given, clipboard: roadmap });
    assert.equal(prompts[0], 'With whom do you want to share the page?');
  });

  it('does not ask for the guest of a row, and offers the pages of the guest’s space', () => {
    const { asked, page } = share(['Results', 'View and edit'], {
      given: { guests: ['kai@lab.example'] },
    });
    assert.deepEqual(offered(asked[0]), [
      'In the file | Plan | 7 | ',
      'In the file | Results | 8 | ',
      ' | Another page… |  | ',
    ]);
    assert.match(page ?? '', /kai@lab.example/);
    const ana = converse(
      sharePageSteps(knownFrom(file), { guests: ['ana@partner.example'] }, ''),
      {},
      ['Another page…', '99', 'View', 'group:docs-team'],
    ).asked[1];
    assert.ok(ana?.kind === 'line');
    const refused = ana.refuse('https://acme.atlassian.net/wiki/spaces/LAB/pages/9/x');
    assert.equal(refused && say(refused), 'This page is in the space LAB, and the guest has DOCS.');
  });

  it('has nothing to write for somebody who is on the page already', () => {
    const { edits } = share(['Plan', 'View'], { given: { guests: ['ANA@partner.example'] } });
    assert.deepEqual(edits, []);
  });

  it('leaves out a list that names the guest in a team', () => {
    const text = file.replace('view: [ana@partner.example', 'view: [team:docs');
    const { page } = share(['Plan', ['Ana'], 'View and edit', 'group:docs-team'], { text });
    assert.equal(
      page,
      '{ page: 7, title: Plan, view: [team:docs, group:docs-team], edit: [ana@partner.example, group:docs-team] }',
    );
  });

  it('is refused for a page that the file cannot share', () => {
    const given = { page: { text: roadmap.replace('DOCS', 'HR'), written: true } };
    const refused = refuseShare(given, given, knownFrom(file));
    assert.equal(
      refused && say(refused),
      'This page is in the space HR, which the file does not own.',
    );
  });
});

describe('guests without access', () => {
  const refusal = (given: Answers, answers: Answers = given): string | undefined => {
    const refused = refuseShare(answers, given, knownFrom(file));
    return refused && say(refused);
  };
  const sentenceOf = (email: string): string =>
    `${email} has no access in this file: change the entry of the guest first.`;

  it('are refused before anything is asked', () => {
    for (const email of ['ben@agency.example', 'old@agency.example'])
      assert.equal(refusal({ guests: [email] }), sentenceOf(email));
    assert.equal(refusal({ guests: ['Ana@partner.example'] }), undefined);
  });

  it('are refused when they lost it while the questions were open', () => {
    const answers: Answers = { page: { text: '7', written: false }, list: 'view' };
    assert.equal(
      refusal({}, { ...answers, guests: ['ben@agency.example'] }),
      sentenceOf('ben@agency.example'),
    );
    assert.equal(refusal({}, { ...answers, guests: ['team:docs'] }), undefined);
  });

  it('are never written without an address', () => {
    const text = `${head}guests:\n  - { email: ana@partner.example, space: LAB }\n`;
    const page = { text: roadmap, written: true };
    const answers: Answers = { page, guests: ['ana@partner.example'], list: 'view' };
    assert.deepEqual(writeShare(text, knownFrom(text), {}, answers).edits, []);
  });
});

describe('the staff of a page', () => {
  const line = share(['Another page…', '99', ['Ana'], 'View', 'Another group or person…', 'x'])
    .asked[5];
  const staff: readonly (readonly [written: string, refused: string | undefined])[] = [
    ['docs-team', undefined],
    ['group:docs team', undefined],
    ['lee@acme.com', undefined],
    ['user:lee@acme.com', undefined],
    ['user:5b10ac8d82e05b22cc7d4ef5', undefined],
    ['', 'Write the name of a group, or the address of somebody on the staff.'],
    ['group:', 'Write the name of a group, or the address of somebody on the staff.'],
    ['team:docs', 'Write the name of a group, or the address of somebody on the staff.'],
    ['Ana@partner.example', 'Ana@partner.example is a guest and not staff.'],
  ];
  for (const [written, expected] of staff)
    it(`“${written}” is ${expected === undefined ? 'taken' : 'refused'}`, () => {
      assert.ok(line?.kind === 'line');
      const refused = line.refuse(written);
      assert.equal(refused && say(refused), expected);
    });
});

describe('the entry around the cursor', () => {
  const { document } = parse(file, today);
  const at = (words: string): Answers => givenAt(file.indexOf(words), document);

  it('tells the page or the guest', () => {
    assert.deepEqual(at('group:docs-team'), { page: { text: '7', written: false } });
    assert.deepEqual(at('name: Ana'), { guests: ['ana@partner.example'] });
    assert.deepEqual(at('version'), {});
  });
});
