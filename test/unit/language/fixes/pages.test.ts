import assert from 'node:assert/strict';
import { say } from '../../../../src/document/sentence';
import { head } from '../../../support/samples';
import type { Row } from './ask';
import { answer, fixesIn, knownAlone } from './ask';

const ana = 'guests: [{ email: a@b.example, space: DOCS, role: viewer }]\n';
const gone = 'guests: [{ email: a@b.example, space: DOCS, access: revoked }]\n';

const rows: readonly Row[] = [
  [
    'pageOutsideSpaces',
    'pages:\n- page: https://acme.atlassian.net/wiki/spaces/docs/pages/1\n',
    'preferred',
    'Change to `https://acme.atlassian.net/wiki/spaces/DOCS/pages/1`',
    'pages:\n- page: https://acme.atlassian.net/wiki/spaces/DOCS/pages/1\n',
  ],
  [
    'duplicatePage',
    `${ana}pages:\n- page: 1\n  view: [a@b.example, group:x]\n- page: 1\n  view: [A@b.example, a@B.example, group:y]\n`,
    'preferred',
    'Merge into the first entry',
    `${ana}pages:\n- page: 1\n  view: [a@b.example, group:x, group:y]\n`,
  ],
  [
    'duplicatePage',
    'pages:\n- page: 1 # plan\n  view: [group:x]\n- page: https://acme.atlassian.net/wiki/spaces/DOCS/pages/1/Plan\n  view: [group:x]\n',
    'preferred',
    'Merge into the first entry',
    'pages:\n- page: https://acme.atlassian.net/wiki/spaces/DOCS/pages/1/Plan # plan\n  view: [group:x]\n',
  ],
  [
    'invalidPrincipal',
    'pages:\n- page: 1\n  view:\n  - email: ana@p.example\n  - group:x\n  - email: bo@p.example\n',
    'preferred',
    'Change to `ana@p.example`',
    'pages:\n- page: 1\n  view:\n  - ana@p.example\n  - group:x\n  - email: bo@p.example\n',
  ],
  [
    'invalidPrincipal',
    'pages:\n- page: 1\n  view: [guest: ana@p.example, group:x, Lee]\n',
    'preferred',
    'Change to `ana@p.example`',
    'pages:\n- page: 1\n  view: [ana@p.example, group:x, Lee]\n',
  ],
  [
    'invalidPrincipal',
    'internalDomains: [acme.com]\npages:\n- page: 1\n  view: [email: lee@acme.com]\n',
    'preferred',
    'Change to `user:lee@acme.com`',
    'internalDomains: [acme.com]\npages:\n- page: 1\n  view: [user:lee@acme.com]\n',
  ],
  [
    'invalidPrincipal',
    'internalDomains: [acme.com]\npages:\n- page: 1\n  view: [users:lee@acme.com]\n',
    'preferred',
    'Change to `user:lee@acme.com`',
    'internalDomains: [acme.com]\npages:\n- page: 1\n  view: [user:lee@acme.com]\n',
  ],
  [
    'invalidPrincipal',
    'internalDomains: [acme.com]\npages:\n- page: 1\n  view: [mailto:lee@acme.com]\n',
    'safe',
    'Change to `user:lee@acme.com`',
    'internalDomains: [acme.com]\npages:\n- page: 1\n  view: [user:lee@acme.com]\n',
  ],
  [
    'invalidPrincipal',
    `${ana}pages:\n- page: 1\n  view: [users:a@b.example, group:x]\n`,
    'preferred',
    'Change to `a@b.example`',
    `${ana}pages:\n- page: 1\n  view: [a@b.example, group:x]\n`,
  ],
  [
    'missingKey',
    'pages:\n- title: Partner guide\n  view: [group:x]\n',
    'preferred',
    'Add `page: 77`',
    'pages:\n- page: 77\n  title: Partner guide\n  view: [group:x]\n',
  ],
  [
    'duplicatePage',
    'pages:\n- page: 1\n  view: [group:x, group:y]\n- page: 1\n  title: Plan\n  view: [group:y, group:z]\n  edit: [group:x]\n',
    'preferred',
    'Merge into the first entry',
    'pages:\n- page: 1\n  title: Plan\n  view: [group:x, group:y, group:z]\n  edit: [group:x]\n',
  ],
  [
    'duplicatePage',
    'pages:\n- page: 1\n  view:\n  - group:x\n- { page: 1, view: [group:y, group:z] }\n',
    'preferred',
    'Merge into the first entry',
    'pages:\n- page: 1\n  view:\n  - group:x\n  - group:y\n  - group:z\n',
  ],
  [
    'pageOutsideSpaces',
    'pages:\n- { page: https://acme.atlassian.net/wiki/spaces/HR/pages/1, view: [group:x] }\n',
    'offered',
    'Remove this page from the file',
    'pages: []\n',
  ],
  [
    'invalidPage',
    'pages:\n- { page: acme.atlassian.net/wiki/spaces/DOCS/pages/12/Plan, view: [group:x] }\n',
    'safe',
    'Change to `https://acme.atlassian.net/wiki/spaces/DOCS/pages/12/Plan`',
    'pages:\n- { page: https://acme.atlassian.net/wiki/spaces/DOCS/pages/12/Plan, view: [group:x] }\n',
  ],
  [
    'invalidPage',
    'pages:\n- page: "#123"\n  view: [group:x]\n',
    'safe',
    'Change to `123`',
    'pages:\n- page: "123"\n  view: [group:x]\n',
  ],
  [
    'invalidPage',
    'pages:\n- page: Partner guide\n  view: [group:x]\n',
    'preferred',
    'Change to `77`',
    'pages:\n- page: 77\n  view: [group:x]\n',
  ],
  [
    'invalidPage',
    'pages:\n- { page: https://else.example/wiki/spaces/DOCS/pages/12 }\n- { page: 1, view: [group:x] }\n',
    'offered',
    'Remove this page from the file',
    'pages:\n- { page: 1, view: [group:x] }\n',
  ],
  [
    'unknownGuest',
    `${ana}pages:\n- page: 1\n  view: [A@c.example, group:x]\n`,
    'preferred',
    'Change to `a@b.example`',
    `${ana}pages:\n- page: 1\n  view: [a@b.example, group:x]\n`,
  ],
  [
    'unknownGuest',
    'pages:\n- page: https://acme.atlassian.net/wiki/spaces/LAB/pages/12\n  view: [eve@b.example, group:x]\n',
    'preferred',
    'Add `eve@b.example` as a guest of `LAB`',
    'guests:\n- email: eve@b.example\n  space: LAB\npages:\n- page: https://acme.atlassian.net/wiki/spaces/LAB/pages/12\n  view: [eve@b.example, group:x]\n',
  ],
  [
    'unknownGuest',
    'guests: []\npages:\n- page: 1\n  view: [eve@b.example, group:x]\n',
    'offered',
    'Add `eve@b.example` as a guest of `DOCS`',
    'guests:\n- email: eve@b.example\n  space: DOCS\npages:\n- page: 1\n  view: [eve@b.example, group:x]\n',
  ],
  [
    'unknownGuest',
    'guests: []\npages:\n- page: 1\n  view: [eve@b.example, group:x]\n',
    'offered',
    'Take `eve@b.example` off `view`',
    'guests: []\npages:\n- page: 1\n  view: [group:x]\n',
  ],
  [
    'unknownTeam',
    'teams: { reviewers: [] }\npages:\n- page: 1\n  view:\n  - team:reviewer\n  - group:x\n',
    'preferred',
    'Change to `team:reviewers`',
    'teams: { reviewers: [] }\npages:\n- page: 1\n  view:\n  - team:reviewers\n  - group:x\n',
  ],
  [
    'unknownTeam',
    'pages:\n- page: 1\n  view: [team:a b, group:x]\n',
    'preferred',
    'Add the team `a b`',
    'teams:\n  a b: []\npages:\n- page: 1\n  view: [team:a b, group:x]\n',
  ],
  [
    'noStaff',
    `${ana}pages:\n- page: 1\n  view: [a@b.example]\n- { page: 2, view: [group:editors] }\n`,
    'preferred',
    'Add the group `editors` to `view`',
    `${ana}pages:\n- page: 1\n  view: [a@b.example, group:editors]\n- { page: 2, view: [group:editors] }\n`,
  ],
  [
    'noStaff',
    'pages:\n- page: 1\n  view: []\n',
    'offered',
    'Add the group `docs-team` to `view`',
    'pages:\n- page: 1\n  view: [group:docs-team]\n',
  ],
  [
    'viewerEdits',
    `${ana}pages:\n- page: 1\n  edit:\n  - a@b.example # why\n  - group:x\n`,
    'offered',
    'Take `a@b.example` off `edit`',
    `${ana}pages:\n- page: 1\n  edit:\n  - group:x\n`,
  ],
  [
    'viewerEdits',
    `${ana}pages:\n- { page: 1, edit: [a@b.example, group:x] }\n`,
    'offered',
    'Give `a@b.example` the role `contributor`',
    'guests: [{ email: a@b.example, space: DOCS, role: contributor }]\npages:\n- { page: 1, edit: [a@b.example, group:x] }\n',
  ],
  [
    'guestOutsidePageSpace',
    `${ana}pages:\n- page: https://acme.atlassian.net/wiki/spaces/LAB/pages/12\n  view: [group:x, a@b.example]\n`,
    'preferred',
    'Take `a@b.example` off `view`',
    `${ana}pages:\n- page: https://acme.atlassian.net/wiki/spaces/LAB/pages/12\n  view: [group:x]\n`,
  ],
  [
    'guestOutsidePageSpace',
    `${ana}pages:\n- page: https://acme.atlassian.net/wiki/spaces/LAB/pages/12\n  view: [group:x, a@b.example]\n`,
    'offered',
    'Move `a@b.example` to `LAB`',
    'guests: [{ email: a@b.example, space: LAB, role: viewer }]\npages:\n- page: https://acme.atlassian.net/wiki/spaces/LAB/pages/12\n  view: [group:x, a@b.example]\n',
  ],
  [
    'revokedOnPage',
    `${gone}pages:\n- page: 1\n  view:\n  - a@b.example\n`,
    'safe',
    'Take `a@b.example` off `view`',
    `${gone}pages:\n- page: 1\n  view: []\n`,
  ],
  [
    'revokedOnPage',
    `${gone}pages:\n- page: 1\n  view:\n  # rev\n  - a@b.example\n  - group:x\n`,
    'offered',
    'Take `a@b.example` off `view`',
    `${gone}pages:\n- page: 1\n  view:\n  # rev\n  - group:x\n`,
  ],
  [
    'viewerEdits',
    `${ana}teams: { t: [a@b.example, c@d.example, e@d.example] }\npages:\n- { page: 1, edit: [team:t, group:x] }\n`,
    'offered',
    'Take `team:t` off `edit`, and with it `c@d.example`, `e@d.example`',
    `${ana}teams: { t: [a@b.example, c@d.example, e@d.example] }\npages:\n- { page: 1, edit: [group:x] }\n`,
  ],
  [
    'duplicatePage',
    'pages:\n- { page: 1, title: A, view: [group:x] }\n- { page: 1, title: B, tree: true }\n',
    'offered',
    'Merge into the first entry with `title: A, tree: true`',
    'pages:\n- { page: 1, title: A, view: [group:x], tree: true }\n',
  ],
  [
    'revokedOnPage',
    `${gone}teams: { t: [a@b.example] }\npages:\n- page: 1\n  view: [team:t, group:x]\n`,
    'preferred',
    'Take `a@b.example` off the team `t`',
    `${gone}teams: { t: [] }\npages:\n- page: 1\n  view: [team:t, group:x]\n`,
  ],
  [
    'invalidPrincipal',
    'teams: { reviewers: [] }\npages:\n- page: 1\n  view: [Reviewers, group:x]\n',
    'preferred',
    'Change to `team:reviewers`',
    'teams: { reviewers: [] }\npages:\n- page: 1\n  view: [team:reviewers, group:x]\n',
  ],
  [
    'invalidPrincipal',
    'pages:\n- page: 1\n  view: [suport]\n',
    'preferred',
    'Change to `group:support`',
    'pages:\n- page: 1\n  view: [group:support]\n',
  ],
  [
    'invalidPrincipal',
    'pages:\n- page: 1\n  view: [group: docs-team]\n',
    'safe',
    'Change to `group:docs-team`',
    'pages:\n- page: 1\n  view: [group:docs-team]\n',
  ],
  [
    'invalidPrincipal',
    'pages:\n- page: 1\n  view:\n  - group: docs-team\n  - groups:support\n',
    'safe',
    'Change to `group:docs-team`',
    'pages:\n- page: 1\n  view:\n  - group:docs-team\n  - groups:support\n',
  ],
  [
    'invalidPrincipal',
    'pages:\n- page: 1\n  view: [groups:support]\n',
    'safe',
    'Change to `group:support`',
    'pages:\n- page: 1\n  view: [group:support]\n',
  ],
  [
    'invalidPrincipal',
    'internalDomains: [acme.com]\npages:\n- page: 1\n  view: [lee@acme.com]\n',
    'safe',
    'Change to `user:lee@acme.com`',
    'internalDomains: [acme.com]\npages:\n- page: 1\n  view: [user:lee@acme.com]\n',
  ],
  [
    'invalidPrincipal',
    `${ana}pages:\n- page: 1\n  view: [user:a@b.example, group:x]\n`,
    'safe',
    'Change to `a@b.example`',
    `${ana}pages:\n- page: 1\n  view: [a@b.example, group:x]\n`,
  ],
  [
    'invalidPrincipal',
    'internalDomains: [acme.com]\nguests:\n- { email: lee@acme.com, space: DOCS }\npages:\n- page: 1\n  view: [lee@acme.com]\n',
    'safe',
    'Change to `user:lee@acme.com`',
    'internalDomains: [acme.com]\nguests:\n- { email: lee@acme.com, space: DOCS }\npages:\n- page: 1\n  view: [user:lee@acme.com]\n',
  ],
  [
    'invalidPrincipal',
    'pages:\n- page: 1\n  view:\n  - team:t, a@b.example # both\n  - group:x\n',
    'preferred',
    'Split into 2 entries',
    'pages:\n- page: 1\n  view:\n  - team:t\n  - a@b.example # both\n  - group:x\n',
  ],
  [
    'invalidPrincipal',
    'pages:\n- page: 1\n  view: [group:x group:y]\n',
    'preferred',
    'Split into 2 entries',
    'pages:\n- page: 1\n  view: [group:x, group:y]\n',
  ],
  [
    'invalidPrincipal',
    'pages:\n- page: 1\n  view:\n  - Ana <a@b.example>\n',
    'safe',
    'Change to `a@b.example`',
    'pages:\n- page: 1\n  view:\n  - a@b.example\n',
  ],
  [
    'invalidPrincipal',
    'pages:\n- page: 1\n  view: [712020:6f1c-0a2e]\n',
    'safe',
    'Change to `user:712020:6f1c-0a2e`',
    'pages:\n- page: 1\n  view: [user:712020:6f1c-0a2e]\n',
  ],
  [
    'invalidPrincipal',
    'pages:\n- page: 1\n  view: [Group docs-team]\n',
    'preferred',
    'Change to `group:docs-team`',
    'pages:\n- page: 1\n  view: [group:docs-team]\n',
  ],
  [
    'invalidPrincipal',
    'pages:\n- page: 1\n  view: [docs-team, group:docs-team]\n',
    'offered',
    'Remove the repeated entry',
    'pages:\n- page: 1\n  view: [group:docs-team]\n',
  ],
  [
    'invalidPrincipal',
    'pages:\n- page: 1\n  view: [group: x, group:x]\n',
    'safe',
    'Remove the repeated entry',
    'pages:\n- page: 1\n  view: [group:x]\n',
  ],
  [
    'repeatedPrincipal',
    'pages:\n- page: 1\n  view:\n  - group:x\n  - group:x\n',
    'safe',
    'Remove the repeated entry',
    'pages:\n- page: 1\n  view:\n  - group:x\n',
  ],
  [
    'invalidPrincipal',
    'pages:\n- page: 1\n  view: ["team:", group:x]\n',
    'preferred',
    'Take `"team:"` off `view`',
    'pages:\n- page: 1\n  view: [group:x]\n',
  ],
];

/** Where the site was not asked. */
const alone: readonly Row[] = [
  [
    'invalidPrincipal',
    'pages:\n- page: 1\n  view: [docs-team]\n',
    'offered',
    'Change to `group:docs-team`',
    'pages:\n- page: 1\n  view: [group:docs-team]\n',
  ],
  [
    'noStaff',
    `guests: [{ email: a@b.example, space: DOCS, owner: lee@acme.com }]\npages:\n- page: 1\n  view: [a@b.example]\n`,
    'offered',
    'Add `user:lee@acme.com` to `view`',
    `guests: [{ email: a@b.example, space: DOCS, owner: lee@acme.com }]\npages:\n- page: 1\n  view: [a@b.example, user:lee@acme.com]\n`,
  ],
];

describe('the fixes of a page', () => {
  it('are each told once', () => {
    const text = `${head}${ana}pages: [{ page: 1, view: [aa@b.example, a@b.example, group:x] }]\n`;
    assert.deepEqual(
      fixesIn(text, 'unknownGuest').map(({ title }) => say(title)),
      [
        'Remove the repeated entry',
        'Add `aa@b.example` as a guest of `DOCS`',
        'Add `aa@b.example` as a guest of `LAB`',
      ],
    );
  });
  it('leave an entry alone whose key tells nothing of whom it names', () => {
    const text = `${head}pages: [{ page: 1, view: [role: viewer, Lee, { group: a, team: b }] }]\n`;
    assert.deepEqual(fixesIn(text, 'invalidPrincipal'), []);
  });
  for (const row of alone) {
    const [code, before, , title] = row;
    it(`${code}: ${title}, in ${JSON.stringify(before)}, with nothing from the site`, () => {
      assert.deepEqual(answer(row, head, knownAlone), row);
    });
  }
  it('leave a bare name alone of which the site has no group', () => {
    assert.deepEqual(
      fixesIn(`${head}pages: [{ page: 1, view: [everyone] }]\n`, 'invalidPrincipal'),
      [],
    );
  });
  for (const row of rows) {
    const [code, before, , title] = row;
    it(`${code}: ${title}, in ${JSON.stringify(before)}`, () => {
      assert.deepEqual(answer(row), row);
    });
  }
});
