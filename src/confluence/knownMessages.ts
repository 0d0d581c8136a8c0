import type { ErrorKind, FailureCode } from '../sync/error';

/** A message that Atlassian is known to show or send, and what it means. */
export interface KnownMessage {
  readonly pattern: RegExp;
  readonly code: FailureCode;
  readonly kind: ErrorKind;
  readonly sentence: string;
}

/** The messages by parts of their text: they come with different statuses, so the text decides. */
const knownMessages: readonly KnownMessage[] = [
  {
    pattern: /guests? can only have access to one space/i,
    code: 'secondSpace',
    kind: 'conflict',
    sentence:
      'You need to take away the other space first, or the User role if the person has one: Confluence gives a guest only one space at a time.',
  },
  {
    pattern: /some users couldn.t be added/i,
    code: 'userAndGuest',
    kind: 'conflict',
    sentence:
      'You need to take away the User role in admin.atlassian.com first: the person is a user and a guest at once.',
  },
  {
    pattern: /you.re almost there/i,
    code: 'noSpaceYet',
    kind: 'forbidden',
    sentence:
      'The guest has no space yet: give the guest one, for without it Confluence lets nobody in.',
  },
  {
    pattern: /Confluence access is in progress|(?:^|>)\s*restricted page\s*(?:<|$)/i,
    code: 'notReadyYet',
    kind: 'forbidden',
    sentence:
      'Confluence has not finished giving the access: reload the page in a minute, or sign in again.',
  },
  {
    pattern: /operation not supported for target/i,
    code: 'noSuchPermission',
    kind: 'invalid',
    sentence:
      'Confluence Guests asked for a permission that Confluence does not have: please report this.',
  },
  {
    pattern: /InvalidRbacOperation|roles-only mode/i,
    code: 'rolesOnly',
    kind: 'conflict',
    sentence:
      'This site uses space roles and takes no single permissions: read it again and plan again.',
  },
  {
    pattern: /permission already exists/i,
    code: 'permissionExists',
    kind: 'conflict',
    sentence: 'The permission is there already: read the site again and plan again.',
  },
  {
    pattern: /not enough permissions to alter ContentRestrictions/i,
    code: 'notRestricting',
    kind: 'forbidden',
    sentence:
      'You may not change the restrictions of this page: ask somebody who can edit it, or a space admin.',
  },
  {
    pattern: /isn.t authorized to modify permissions/i,
    code: 'notSpaceAdmin',
    kind: 'forbidden',
    sentence: 'You may not change who uses this space: sign in with an API token of a space admin.',
  },
  {
    pattern: /not permitted to use Confluence/i,
    code: 'callerOutsideConfluence',
    kind: 'forbidden',
    sentence:
      'Your account may not use Confluence on this site: ask a site admin for access, or sign in with another account.',
  },
  {
    pattern: /user is not allowed to use Confluence/i,
    code: 'outsideConfluence',
    kind: 'forbidden',
    sentence: 'The person has no access to Confluence on this site: invite the person first.',
  },
  {
    pattern: /does not have permission to the space/i,
    code: 'outsideSpace',
    kind: 'forbidden',
    sentence: 'The person has no access to the space: give the space first.',
  },
  {
    pattern: /does not have permission to the content/i,
    code: 'outsidePage',
    kind: 'forbidden',
    sentence:
      'The person may not see the page: look for a restriction on it or on a page above it.',
  },
];

/** What a message of Atlassian's means, wherever it was read; `undefined` when it is not known. */
export function recognize(message: string): KnownMessage | undefined {
  return knownMessages.find(({ pattern }) => pattern.test(message));
}
