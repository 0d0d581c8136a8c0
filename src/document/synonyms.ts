import type { KeyName } from './keys';

/** Other words that people write for a key, in small letters alone. */
const synonyms: Partial<Record<KeyName, readonly string[]>> = {
  site: ['url', 'host', 'baseurl'],
  organization: ['org', 'orgid', 'organizationid', 'organisation', 'organisationid'],
  internalDomains: ['domains', 'staffdomains', 'companydomains'],
  guests: ['users', 'people', 'externals', 'collaborators'],
  email: ['mail', 'address', 'emailaddress', 'mailaddress'],
  name: ['fullname', 'displayname'],
  account: ['accountid'],
  space: ['spacekey'],
  role: ['permission', 'permissions', 'spacerole'],
  access: ['status', 'state'],
  expires: [
    'date',
    'end',
    'until',
    'expiresat',
    'expireson',
    'expiry',
    'expirydate',
    'expiration',
    'validuntil',
    'enddate',
  ],
  reason: ['note', 'notes', 'comment', 'comments', 'why', 'description'],
  owner: ['responsible', 'contact', 'sponsor'],
  page: ['pageid', 'url', 'link', 'id'],
  title: ['name', 'pagetitle'],
  view: ['viewers', 'readers', 'read'],
  edit: ['editors', 'writers', 'write'],
};

/** The key of some that a word is another word for. */
export function meantBy(word: string, keys: readonly string[]): string | undefined {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '');
  return keys.find((key) => synonyms[key as KeyName]?.includes(plain));
}
