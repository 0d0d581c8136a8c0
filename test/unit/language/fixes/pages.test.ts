import assert from 'node:assert/strict';
import type { Row } from './ask';
import { answer } from './ask';

const ana = 'guests: [{ email: a@b.example, space: DOCS, role: viewer }]\n';
const gone = 'guests: [{ email: a@b.example, space: DOCS, access: revoked }]\n';

const rows: readonly Row[] = [
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
    'Remove this page',
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
    'pages:\n- page: 123\n  view: [group:x]\n',
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
    'preferred',
    'Remove this page',
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
    'preferred',
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
    'pages:\n- page: 1\n  view: ["team:", group:x]\n',
    'preferred',
    'Take `"team:"` off `view`',
    'pages:\n- page: 1\n  view: [group:x]\n',
  ],
];

describe('the fixes of a page', () => {
  for (const row of rows) {
    const [code, before, , title] = row;
    it(`${code}: ${title}, in ${JSON.stringify(before)}`, () => {
      assert.deepEqual(answer(row), row);
    });
  }
});
