import type { Case } from '../../../support/problems';

const guests = 'guests: [{ email: ana@partner.example, space: DOCS }]\n';
const staffed = 'group:docs-team';
const url = 'https://acme.atlassian.net/wiki';

/** Pages that are wrong by themselves or together with the guests. Below the head of a file. */
export const pages: readonly Case[] = [
  ['no id', 'pages: [{ page: Guide }]', 'invalidPage@Guide'],
  ['an id that begins with 0', 'pages: [{ page: 0123 }]', 'invalidPage@0123'],
  [
    'a page of another site',
    'pages: [{ page: https://else.example/wiki/spaces/DOCS/pages/1 }]',
    'invalidPage@https://else.example/wiki/spaces/DOCS/pages/1',
  ],
  [
    'an address of the site without encryption',
    `pages: [{ page: ${url.replace('https', 'http')}/spaces/DOCS/pages/12, view: [${staffed}] }]`,
  ],
  ['a short link', `pages: [{ page: ${url}/x/AbC }]`, `invalidPage@${url}/x/AbC`],
  [
    'the address of a space',
    `pages: [{ page: ${url}/spaces/DOCS/overview }]`,
    `invalidPage@${url}/spaces/DOCS/overview`,
  ],
  [
    'the same page twice',
    `pages: [{ page: 12 }, { page: ${url}/spaces/DOCS/pages/12/Guide }]`,
    `duplicatePage@${url}/spaces/DOCS/pages/12/Guide`,
  ],
  [
    'a page elsewhere',
    `pages: [{ page: ${url}/spaces/HR/pages/12 }]`,
    `pageOutsideSpaces@${url}/spaces/HR/pages/12`,
  ],
  [
    'a view list of guests alone',
    `${guests}pages: [{ page: 12, view: [ana@partner.example] }]`,
    'noStaff@view',
  ],
  ['an empty edit list', `pages: [{ page: 12, edit: [] }]`, 'noStaff@edit'],
  ['a list without value', 'pages: [{ page: 12, view: }]', 'wrongType@view'],
  ['a word', `pages: [{ page: 12, view: [docs, ${staffed}] }]`, 'invalidPrincipal@docs'],
  [
    'a kind that is none',
    `pages: [{ page: 12, view: [role:x, ${staffed}] }]`,
    'invalidPrincipal@role:x',
  ],
  [
    'a kind without a name',
    `pages: [{ page: 12, view: ["team:", ${staffed}] }]`,
    'invalidPrincipal@"team:"',
  ],
  [
    'a space behind the colon',
    `pages: [{ page: 12, view: [team: reviewers, ${staffed}] }]`,
    'invalidPrincipal@team: reviewers',
  ],
  [
    'staff without user:',
    'internalDomains: [acme.com]\npages: [{ page: 12, view: [lee@acme.com] }]',
    'invalidPrincipal@lee@acme.com',
  ],
  [
    'a guest with user:',
    `${guests}pages: [{ page: 12, view: [ana@partner.example, "user:ana@partner.example"] }]`,
    'invalidPrincipal@"user:ana@partner.example"',
  ],
  [
    'staff among the guests',
    'internalDomains: [acme.com]\nguests: [{ email: lee@acme.com, space: DOCS }]\npages: [{ page: 12, view: [lee@acme.com] }]',
    'internalGuest@lee@acme.com',
    'invalidPrincipal@lee@acme.com',
  ],
  [
    'staff among the guests with user:',
    'internalDomains: [acme.com]\nguests: [{ email: lee@acme.com, space: DOCS }]\npages: [{ page: 12, view: ["user:lee@acme.com"] }]',
    'internalGuest@lee@acme.com',
  ],
  [
    'half an address, which may be anybody',
    `${guests}pages: [{ page: 12, view: [ana@] }]`,
    'invalidPrincipal@ana@',
  ],
  [
    'an address with a name',
    `pages: [{ page: 12, view: [Ana <ana@partner.example>, ${staffed}] }]`,
    'invalidPrincipal@Ana <ana@partner.example>',
  ],
  [
    'several addresses in one entry',
    `pages: [{ page: 12, view: ["ana@partner.example, cho@c.example", ${staffed}] }]`,
    'invalidPrincipal@"ana@partner.example, cho@c.example"',
  ],
  [
    'a team and a group in one entry',
    'pages:\n- page: 12\n  view:\n  - team:t, group:a b',
    'invalidPrincipal@team:t, group:a b',
  ],
  [
    'several groups in one entry',
    'pages: [{ page: 12, view: [group:x group:y] }]',
    'invalidPrincipal@group:x group:y',
  ],
  [
    'a group whose name has blanks and commas',
    'pages: [{ page: 12, view: ["group:docs, the team"] }]',
  ],
  [
    'a group and a guest twice in a list',
    `${guests}pages: [{ page: 12, view: [${staffed}, ana@partner.example, ${staffed}, Ana@partner.example], edit: [${staffed}] }]`,
    'repeatedPrincipal@group:docs-team',
    'repeatedPrincipal@Ana@partner.example',
  ],
  [
    'a member twice in a team',
    `${guests}teams: { t: [ana@partner.example, ANA@partner.example] }`,
    'repeatedPrincipal@ANA@partner.example',
  ],
  [
    'a stranger',
    `pages: [{ page: 12, view: [zed@b.example, ${staffed}] }]`,
    'unknownGuest@zed@b.example',
  ],
  [
    'a stranger in a team',
    `${guests}teams: { t: [ana@partner.example, zed@b.example] }`,
    'unknownGuest@zed@b.example',
  ],
  [
    'a team that is none',
    `pages: [{ page: 12, view: [team:t, ${staffed}] }]`,
    'unknownTeam@team:t',
  ],
  [
    'a viewer who edits',
    `guests: [{ email: a@b.example, space: DOCS, role: viewer }]\npages: [{ page: 12, edit: [a@b.example, ${staffed}] }]`,
    'viewerEdits@a@b.example',
  ],
  [
    'a viewer who edits as a team',
    `guests: [{ email: a@b.example, space: DOCS, role: viewer }]\nteams: { t: [a@b.example] }\npages: [{ page: 12, edit: [team:t, ${staffed}] }]`,
    'viewerEdits@team:t',
  ],
  [
    'a guest of another space',
    `${guests}pages: [{ page: ${url}/spaces/LAB/pages/12, view: [ana@partner.example, ${staffed}] }]`,
    'guestOutsidePageSpace@ana@partner.example',
  ],
  [
    'a team of another space',
    `${guests}teams: { t: [ana@partner.example] }\npages: [{ page: ${url}/spaces/LAB/pages/12, view: [team:t, ${staffed}] }]`,
    'guestOutsidePageSpace@team:t',
  ],
  ['a guest on no page', `${guests}pages: []`, 'guestOnNoPage@ana@partner.example'],
  [
    'a guest on a page as a team',
    `${guests}teams: { t: [ana@partner.example] }\npages: [{ page: 12, view: [team:t, ${staffed}] }]`,
  ],
  [
    'a revoked guest',
    `guests: [{ email: a@b.example, space: DOCS, access: revoked }]\npages: [{ page: 12, view: [a@b.example, ${staffed}] }]`,
    'revokedOnPage@a@b.example',
  ],
  [
    'a revoked guest in a team',
    `guests: [{ email: a@b.example, space: DOCS, access: revoked }]\nteams: { t: [a@b.example] }\npages: [{ page: 12, view: [team:t, ${staffed}] }]`,
    'revokedOnPage@team:t',
  ],
  [
    'an entry with an error is still declared',
    `guests: [{ email: a@b.example, space: DOCS, acess: revoked }]\npages: [{ page: 12, view: [a@b.example, ${staffed}] }]`,
    'unknownKey@acess',
  ],
];
