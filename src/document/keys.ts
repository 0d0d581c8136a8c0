export interface Key {
  readonly meaning: string;
  /** A value as it is written in the file. */
  readonly example: string;
}

/** Every key of the file, for completion, hovers and the sentences of problems. */
export const keys = {
  version: { meaning: 'The version of this file format.', example: '1' },
  site: { meaning: 'The address of the Confluence site.', example: 'https://acme.atlassian.net' },
  organization: {
    meaning:
      'The organization ID, from the address of admin.atlassian.com. Needed only to invite and to remove guests.',
    example: '6f1c0a2e-7d5b-4c1f-9a52-0c6f3e1b8d47',
  },
  internalDomains: {
    meaning: 'Email domains whose people are staff and never guests.',
    example: '[acme.com]',
  },
  limits: { meaning: 'Limits that every sync keeps.', example: '{ removals: 25% }' },
  guestsPerPaidUser: {
    meaning: 'How many guests Atlassian allows for each paid user.',
    example: '5',
  },
  spacesPerGuest: { meaning: 'How many spaces Atlassian allows one guest.', example: '1' },
  removals: {
    meaning:
      'A plan that removes more guests than this is refused until somebody allows it: a share or a number.',
    example: '25%',
  },
  spaces: {
    meaning: 'The spaces that this file owns. Guests elsewhere are never touched.',
    example: '{ DOCS: { manage: strict } }',
  },
  manage: {
    meaning:
      'strict: guests that the file does not list are removed. additive, the default: they are left alone and reported.',
    example: 'strict',
  },
  teams: {
    meaning: 'Names for several guests, used in the lists of pages as team:NAME.',
    example: '{ reviewers: [ana@partner.example] }',
  },
  guests: {
    meaning: 'The guests of the owned spaces.',
    example: '[{ email: ana@partner.example, space: DOCS }]',
  },
  email: { meaning: 'The email address of the guest.', example: 'ana@partner.example' },
  name: { meaning: 'The name of the guest, for people who read the file.', example: 'Ana Díaz' },
  account: {
    meaning:
      'The Atlassian account ID. Needed only where no organization admin can look the address up.',
    example: '5b10ac8d82e05b22cc7d4ef5',
  },
  space: { meaning: 'The key of the space that the guest shall have.', example: 'DOCS' },
  role: {
    meaning: 'viewer, contributor (the default) or the name of a space role on the site.',
    example: 'contributor',
  },
  access: {
    meaning: 'granted, the default, or revoked: the next sync takes the access away.',
    example: 'revoked',
  },
  expires: { meaning: 'The last day of access.', example: '2027-03-31' },
  reason: { meaning: 'Why the guest has access.', example: 'API launch review' },
  owner: {
    meaning: 'The email address of the member of staff who answers for the guest.',
    example: 'lee@acme.com',
  },
  pages: {
    meaning: 'The pages whose viewers and editors this file decides.',
    example: '[{ page: 123456, view: [group:docs-team] }]',
  },
  page: { meaning: 'The ID of the page, or its full address.', example: '123456' },
  title: {
    meaning: 'The title of the page. A different title on the site is a problem.',
    example: 'Partner API guide',
  },
  view: {
    meaning:
      'Who may view: addresses of guests, team:NAME, group:NAME, user:ACCOUNT or user:ADDRESS.',
    example: '[team:reviewers, group:docs-team]',
  },
  edit: {
    meaning:
      'Who may edit: addresses of guests, team:NAME, group:NAME, user:ACCOUNT or user:ADDRESS.',
    example: '[ana@partner.example, group:docs-team]',
  },
  ancestors: {
    meaning:
      'grant: the guests who may view the page are also let onto the restricted pages above it, which would hide it from them.',
    example: 'grant',
  },
  tree: {
    meaning: 'true: the edit list also decides who may edit every page below.',
    example: 'true',
  },
} as const satisfies Record<string, Key>;

export type KeyName = keyof typeof keys;

export function keyNamed(name: string): Key | undefined {
  return Object.hasOwn(keys, name) ? keys[name as KeyName] : undefined;
}
