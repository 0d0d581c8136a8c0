import assert from 'node:assert/strict';
import { definitionsAt } from '../../../src/language/definition';
import { cursorIn, placeOf, sourceOf } from '../../support/cursor';
import { shared } from './shared';

const rows: readonly (readonly [name: string, at: string, from: string, to: string])[] = [
  ['a guest on a page', 'edit: [ana‸@', '22 ana@partner.example', '11 Ana@partner.example'],
  ['a guest in a team', '"Cho‸@', '9 Cho@client.example', '17 cho@client.example'],
  ['a team on a page', 'view: [team:‸rev', '21 reviewers', '9 reviewers'],
  ['the space of a guest', 'space: DOC‸S', '13 DOCS', '6 DOCS'],
  ['a space in quotes', 'space: LA‸B', '17 LAB', '7 LAB'],
  ['the space in the address of a page', '/spaces/‸DOCS/', '23 DOCS', '6 DOCS'],
  ['a definition, which leads to itself', '  rev‸iewers: [', '9 reviewers', '9 reviewers'],
];

function definitions(text: string, offset: number) {
  return definitionsAt(sourceOf(text), offset);
}

describe('going to the definition', () => {
  for (const [name, at, from, to] of rows)
    it(`works for ${name}`, () => {
      const found = definitions(shared, cursorIn(shared, at));
      assert.deepEqual(
        found.map((one) => [placeOf(shared, one.from), placeOf(shared, one.name)]),
        [[from, to]],
      );
    });

  for (const at of ['user:le‸e@', 'owner: lee‸', 'group:docs‸-team, ', 'title: Partner‸'])
    it(`leads nowhere from ${at}`, () => {
      assert.deepEqual(definitions(shared, cursorIn(shared, at)), []);
    });

  it('shows the whole entry', () => {
    const [found] = definitions(shared, cursorIn(shared, 'edit: [ana‸@'));
    assert.ok(found);
    assert.match(
      shared.slice(found.entry.start, found.entry.end),
      /^- email: Ana[^]*owner: lee@acme\.com$/,
    );
  });

  it('offers every entry of a guest with two spaces', () => {
    const text = `limits: { spacesPerGuest: 2 }\nteams: { t: [a@b.example] }\nguests:
  - { email: a@b.example, space: X }
  - { email: A@b.example, space: Y }\n`;
    const found = definitions(text, cursorIn(text, '[a‸@'));
    assert.deepEqual(
      found.map((one) => placeOf(text, one.name)),
      ['4 a@b.example', '5 A@b.example'],
    );
  });
});
