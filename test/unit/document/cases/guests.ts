import type { Case } from '../../../support/problems';

const ana = '{ email: ana@partner.example, space: DOCS }';

/** Guests that are wrong together with the rest of the file, on 2027-01-01. Below the head of a file. */
export const guests: readonly Case[] = [
  [
    'the same guest twice',
    `guests: [${ana}, { email: ANA@partner.example, space: DOCS }]`,
    'duplicateGuest@ANA@partner.example',
  ],
  [
    'two spaces',
    `guests: [${ana}, { email: ana@partner.example, space: LAB }]`,
    'tooManySpaces@ana@partner.example',
  ],
  [
    'two spaces when two are allowed',
    `limits: { spacesPerGuest: 2 }\nguests: [${ana}, { email: ana@partner.example, space: LAB }]`,
  ],
  ['a space of somebody else', 'guests: [{ email: a@b.example, space: HR }]', 'spaceNotOwned@HR'],
  [
    'staff as a guest',
    'internalDomains: [Acme.com]\nguests: [{ email: lee@ACME.com, space: DOCS }]',
    'internalGuest@lee@ACME.com',
  ],
  [
    'staff of a domain beside one that is none',
    'internalDomains: [acme.com, acme]\nguests: [{ email: lee@acme.com, space: DOCS }]',
    'invalidValue@acme',
    'internalGuest@lee@acme.com',
  ],
  [
    'a subdomain is another domain',
    'internalDomains: [acme.com]\nguests: [{ email: lee@eu.acme.com, space: DOCS }]',
  ],
  [
    'the day after the last',
    'guests: [{ email: a@b.example, space: DOCS, expires: 2026-12-31 }]',
    'expired@2026-12-31',
  ],
  [
    'the last day',
    'guests: [{ email: a@b.example, space: DOCS, expires: 2027-01-01 }]',
    'expiring@2027-01-01',
  ],
  [
    'fourteen days before',
    'guests: [{ email: a@b.example, space: DOCS, expires: 2027-01-15 }]',
    'expiring@2027-01-15',
  ],
  ['fifteen days before', 'guests: [{ email: a@b.example, space: DOCS, expires: 2027-01-16 }]'],
  [
    'revoked and past',
    'guests: [{ email: a@b.example, space: DOCS, access: revoked, expires: 2020-01-01 }]',
  ],
];
