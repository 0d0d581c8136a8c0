import type { ErrorKind } from '../sync/error';

/**
 * Messages that Atlassian is known to send, by parts of their text, with what they mean. They come
 * with different statuses, so the text decides.
 */
export const knownMessages: readonly {
  readonly pattern: RegExp;
  readonly kind: ErrorKind;
  readonly sentence: string;
}[] = [
  {
    pattern: /guests? can only have access to one space/i,
    kind: 'conflict',
    sentence:
      'You need to take away the other space first, or the User role if the person has one: Confluence gives a guest only one space at a time.',
  },
  {
    pattern: /some users couldn.t be added/i,
    kind: 'conflict',
    sentence:
      'You need to take away the User role in admin.atlassian.com first: the person is a user and a guest at once.',
  },
  {
    pattern: /InvalidRbacOperation|roles-only mode/i,
    kind: 'conflict',
    sentence:
      'This site uses space roles and takes no single permissions: read it again and plan again.',
  },
  {
    pattern: /permission already exists/i,
    kind: 'conflict',
    sentence: 'The permission is there already: read the site again and plan again.',
  },
  {
    pattern: /not enough permissions to alter ContentRestrictions/i,
    kind: 'forbidden',
    sentence:
      'You may not change the restrictions of this page: ask somebody who can edit it, or a space admin.',
  },
  {
    pattern: /isn.t authorized to modify permissions/i,
    kind: 'forbidden',
    sentence: 'You may not change who uses this space: sign in with an API token of a space admin.',
  },
  {
    pattern: /not permitted to use Confluence/i,
    kind: 'forbidden',
    sentence:
      'Your account may not use Confluence on this site: ask a site admin for access, or sign in with another account.',
  },
  {
    pattern: /user is not allowed to use Confluence/i,
    kind: 'forbidden',
    sentence: 'The person has no access to Confluence on this site: invite the person first.',
  },
  {
    pattern: /does not have permission to the space/i,
    kind: 'forbidden',
    sentence: 'The person has no access to the space: give the space first.',
  },
  {
    pattern: /does not have permission to the content/i,
    kind: 'forbidden',
    sentence:
      'The person may not see the page: look for a restriction on it or on a page above it.',
  },
];
