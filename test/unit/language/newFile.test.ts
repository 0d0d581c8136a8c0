import assert from 'node:assert/strict';
import { parse } from '../../../src/document/parse';
import { say } from '../../../src/document/sentence';
import {
  newFileSteps,
  siteOf,
  spacesOf,
  type FileAnswers,
  type Folder,
} from '../../../src/language/newFile';
import { starter } from '../../../src/language/starter';
import type { SiteLists } from '../../../src/sync/lists';
import { today } from '../../support/samples';
import { converse, knownFrom, offered, type Reply } from './conversation';

const acme = 'https://acme.atlassian.net';
const docs: Folder = { uri: 'file:///docs', name: 'docs', taken: false };
const lab: Folder = { uri: 'file:///lab', name: 'lab', taken: true };
const noLists = (): undefined => undefined;

function ask(
  replies: readonly Reply[],
  { folders = [docs], sites = [acme], listsOf = noLists }: Partial<Setting> = {},
) {
  const first: FileAnswers = {};
  const { asked, answers } = converse(newFileSteps(folders, sites, listsOf), first, replies);
  const site = siteOf(answers);
  return { asked, answers, site, spaces: spacesOf(answers, listsOf) };
}

interface Setting {
  readonly folders: readonly Folder[];
  readonly sites: readonly string[];
  readonly listsOf: (origin: string) => SiteLists | undefined;
}

describe('creating a file', () => {
  it('asks for the site and the keys of its spaces', () => {
    const { site, spaces } = ask(['acme.atlassian.net', 'DOCS, LAB DOCS']);
    assert.equal(site, acme);
    assert.deepEqual(spaces, ['DOCS', 'LAB']);
  });

  it('asks for the folder when there are several, and for nothing more in one that has a file', () => {
    assert.equal(ask(['docs', 'acme.atlassian.net', ''], { folders: [docs, lab] }).asked.length, 3);
    const { asked, answers } = ask(['lab'], { folders: [lab, docs] });
    assert.deepEqual(offered(asked[0]), [' | lab | has one, which is opened | ', ' | docs |  | ']);
    assert.equal(answers.folder, 'file:///lab');
    assert.equal(ask([], { folders: [lab] }).asked.length, 0);
  });

  it('takes the site from the address of any of its pages', () => {
    const replies = ['Another site…', 'https://lab.atlassian.net/wiki/spaces/LAB/pages/1', ''];
    assert.equal(ask(replies).site, 'https://lab.atlassian.net');
    assert.equal(
      ask(['lab.atlassian.net/wiki', ''], { sites: [] }).site,
      'https://lab.atlassian.net',
    );
  });

  it('refuses what is no address of a site and what is no key', () => {
    const { asked } = ask(['Another site…', 'acme.atlassian.net', '']);
    const [, site, keys] = asked;
    assert.ok(site?.kind === 'line' && keys?.kind === 'line');
    for (const written of [
      '',
      'https://',
      'http://acme.atlassian.net',
      'https://аcme.atlassian.net',
    ])
      assert.ok(site.refuse(written), written);
    const named = site.refuse('acme');
    assert.equal(
      named && say(named),
      'acme is no whole address: if your site is called so, write `https://acme.atlassian.net`.',
    );
    const refused = keys.refuse('DOCS, the space');
    assert.equal(refused, undefined);
    const wrong = keys.refuse('DOCS, R&D');
    assert.equal(
      wrong && say(wrong),
      'R&D is no space key: copy it from the address of the space.',
    );
  });

  it('offers the spaces of a site that is known', () => {
    const spaces = [{ id: '1', key: 'DOCS', name: 'Docs', homepageId: undefined }];
    const { lists } = knownFrom('', { spaces: { state: 'found', value: spaces } });
    const listsOf = (origin: string) => (origin === acme ? lists : undefined);
    const { asked, spaces: chosen } = ask(
      ['acme.atlassian.net', ['DOCS', 'Another space…'], 'LAB'],
      { listsOf },
    );
    assert.equal(offered(asked[1]).length, 2);
    assert.deepEqual(chosen, ['DOCS', 'LAB']);
    const changed = {
      site: { text: 'https://lab.atlassian.net', written: true },
      spaces: ['DOCS'],
    };
    assert.deepEqual(spacesOf(changed, listsOf), []);
  });
});

describe('the file to begin with', () => {
  const cases: readonly (readonly [spaces: readonly string[], fill: string])[] = [
    [['DOCS', 'LAB'], 'guests: []'],
    [['2024', '~712020', 'null'], 'guests: []'],
    [[], 'spaces: {}'],
  ];
  for (const [spaces, fill] of cases)
    it(`has no problem with ${spaces.length} spaces, and removes nobody`, () => {
      const { text, fill: span } = starter(acme, spaces, today);
      const { document, problems } = parse(text, today);
      assert.deepEqual(problems, []);
      assert.equal(document.site?.origin, acme);
      assert.deepEqual([...document.spaces.keys()], spaces);
      assert.ok([...document.spaces.values()].every(({ manage }) => manage === 'additive'));
      assert.equal(text.slice(span.start - 8, span.end), fill);
    });

  it('shows entries that are right when their comment signs are taken away', () => {
    const { text } = starter(acme, ['DOCS'], today);
    const entries = /^# {3}guests:$[^]*?(?=^guests)/m.exec(text)?.[0] ?? '';
    const written = text
      .slice(0, text.indexOf('# "Confluence: Add'))
      .concat(entries.replaceAll(/^# {3}/gm, ''));
    assert.deepEqual(parse(written, today).problems, []);
    assert.equal(parse(written, today).document.pages?.length, 1);
  });
});
