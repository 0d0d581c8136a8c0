/** The beginning that every file needs. */
export const head = `version: 1
site: https://acme.atlassian.net
spaces: { DOCS: { manage: strict }, LAB: }
`;

/** A day on which nothing in the samples is about to expire. */
export const today = '2027-01-01';

/** One of everything that a file may hold, without a problem. */
export const sample = `version: 1
site: https://acme.atlassian.net
organization: 6f1c0a2e-7d5b-4c1f-9a52-0c6f3e1b8d47
internalDomains: [acme.com]           # addresses there are staff, not guests
limits:
  guestsPerPaidUser: 5
  spacesPerGuest: 1
  removals: 25%
spaces:
  DOCS:  { manage: strict }           # every guest in this space is listed here
  LAB:   { manage: additive }
teams:
  reviewers: [ana@partner.example, cho@client.example]
guests:
  - email: ana@partner.example
    name: Ana Díaz
    space: DOCS
    role: contributor                 # viewer | contributor
    expires: 2027-03-31
    reason: API launch review
    owner: lee@acme.com
  - { email: cho@client.example, space: DOCS, role: viewer }
  - email: ben@agency.example
    space: DOCS
    access: revoked                   # kept as a record
pages:
  - page: 123456
    title: Partner API guide
    view: [team:reviewers, group:docs-team]
    edit: [ana@partner.example, "user:lee@acme.com"]
`;
