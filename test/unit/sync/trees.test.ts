import assert from 'node:assert/strict';
import { acme, onSite, outcomesOf, pageIn, words } from '../../support/site';

const seed = acme({
  pages: [
    { id: 1, title: 'Home', space: 'DOCS' },
    {
      id: 2,
      title: 'Contracts',
      space: 'DOCS',
      parent: '1',
      view: ['lee@acme.com', 'ben@agency.example'],
    },
    {
      id: 3,
      title: 'Terms',
      space: 'DOCS',
      parent: '2',
      view: ['lee@acme.com'],
      edit: ['lee@acme.com'],
    },
    {
      id: 4,
      title: 'Annex',
      space: 'DOCS',
      parent: '3',
      view: ['lee@acme.com'],
      edit: ['lee@acme.com'],
    },
    { id: 5, title: 'Open annex', space: 'DOCS', parent: '4' },
  ],
});
const guests = `spaces: { DOCS: { manage: strict } }
guests:
  - { email: ana@partner.example, space: DOCS }
  - { email: ben@agency.example, space: DOCS }
`;

describe('pages above and below', () => {
  it('lets the guests of a page with `ancestors: grant` onto the restricted pages above it', () =>
    onSite({ seed }, async (site) => {
      const plan = await site.plan(
        `${guests}pages: [{ page: 3, view: [ana@partner.example], ancestors: grant }]`,
      );
      assert.deepEqual(words(plan.steps), [
        'Let ana@partner.example view “Terms”',
        'Let ana@partner.example view “Contracts”',
      ]);
      assert.deepEqual(plan.notices, []);
    }));

  it('only names what a page above hides without it', () =>
    onSite({ seed }, async (site) => {
      const plan = await site.plan(`${guests}pages: [{ page: 3, view: [ana@partner.example] }]`);
      assert.deepEqual(words(plan.steps), ['Let ana@partner.example view “Terms”']);
      assert.deepEqual(
        plan.notices.map(({ code }) => code),
        ['blockedByAncestor'],
      );
    }));

  it('keeps a guest on a listed page above that a page below needs, and settles', () =>
    onSite({ seed }, async (site) => {
      const body = `${guests}pages: [{ page: 2, view: [ben@agency.example] }, { page: 3, view: [ana@partner.example], ancestors: grant }]`;
      await site.sync(body);
      assert.deepEqual(pageIn(site.sandbox, '2').view, [
        'ana@partner.example',
        'ben@agency.example',
        'lee@acme.com',
      ]);
      assert.deepEqual(words((await site.plan(body)).steps), []);
    }));

  it('gives the edit list of a page with `tree: true` to every page below, with the view it needs', () =>
    onSite({ seed }, async (site) => {
      const body = `${guests}pages: [{ page: 3, edit: [ana@partner.example, user:lee@acme.com], tree: true }]`;
      const applied = await site.sync(body);
      assert.ok(
        outcomesOf(applied).every((line) => line.startsWith('done')),
        outcomesOf(applied).join(),
      );
      for (const id of ['3', '4', '5']) {
        assert.deepEqual(pageIn(site.sandbox, id).edit, ['ana@partner.example', 'lee@acme.com']);
      }
      assert.deepEqual(pageIn(site.sandbox, '4').view, ['ana@partner.example', 'lee@acme.com']);
      assert.deepEqual(pageIn(site.sandbox, '5').view, []);
      assert.deepEqual(words((await site.plan(body)).steps), []);
    }));

  it('leaves a page below to its own entry in the file', () =>
    onSite({ seed }, async (site) => {
      const plan = await site.plan(
        `${guests}pages: [{ page: 3, edit: [ana@partner.example], tree: true }, { page: 4, edit: [ben@agency.example] }]`,
      );
      assert.deepEqual(
        words(plan.steps).filter((line) => line.includes('“Annex”')),
        ['Let ben@agency.example edit “Annex”'],
      );
    }));

  it('never restricts who views the home page of a space', () =>
    onSite({ seed }, async (site) => {
      const plan = await site.plan(`${guests}pages: [{ page: 1, view: [user:lee@acme.com] }]`);
      assert.deepEqual(words(plan.steps), []);
      assert.deepEqual(
        plan.blocked.map(({ code }) => code),
        ['restrictsHome'],
      );
    }));
});
