import type { Case } from '../../../support/problems';

/** Sections and the parts of the header. Below the head of a file. */
export const sections: readonly Case[] = [
  ['guests without value', 'guests:\n', 'wrongType@guests'],
  ['pages without value', 'pages: ~\n', 'wrongType@pages'],
  ['teams without value', 'teams:\n', 'wrongType@teams'],
  ['limits without value', 'limits:\n', 'wrongType@limits'],
  ['a team without value', 'teams: { reviewers: }\n', 'wrongType@reviewers'],
  ['guests as a mapping', 'guests: { a: b }', 'wrongType@{ a: b }'],
  ['a team as a mapping', 'teams: { t: { a@b.example } }', 'wrongType@{ a@b.example }'],
  ['teams as a list', 'teams: [a]', 'wrongType@[a]'],
  ['no guests at all', 'guests: []'],
  ['a made-up section', 'guest: []', 'unknownKey@guest'],
  ['a share above all', 'limits: { removals: 101% }', 'invalidValue@101%'],
  ['a number of removals', 'limits: { removals: 0 }'],
  ['no spaces for a guest', 'limits: { spacesPerGuest: 0 }', 'invalidValue@0'],
  ['half a guest', 'limits: { guestsPerPaidUser: 2.5 }', 'wrongType@2.5'],
  ['a domain with @', 'internalDomains: ["@acme.com"]', 'invalidValue@"@acme.com"'],
  ['a domain with a star', 'internalDomains: ["*.acme.com"]', 'invalidValue@"*.acme.com"'],
  ['an organization with spaces', 'organization: my company', 'invalidValue@my company'],
  [
    'a team as a mapping',
    'teams: { t: { ana@p.example: lead } }',
    'wrongType@{ ana@p.example: lead }',
  ],
  ['a team with a bad address', 'teams: { t: [ana] }', 'invalidEmail@ana'],
];
