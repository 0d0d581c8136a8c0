import { sentence, type Sentence } from '../document/sentence';
import type { FailureCode } from './error';

/** What helps, as a short order to the person who can do it. */
export const remedies: Readonly<Record<FailureCode, Sentence>> = {
  secondSpace: sentence('Move the guest, or take the User role away'),
  userAndGuest: sentence('Take the User role away'),
  notShown: sentence('Read the site again in a minute'),
  noSpaceYet: sentence('Give the guest a space'),
  notReadyYet: sentence('Reload the page in a minute, or sign in again'),
  outsideConfluence: sentence('Invite the person'),
  outsideSpace: sentence('Give the person the space'),
  outsidePage: sentence('Look for a restriction on the page and on the pages above it'),
  noSuchPermission: sentence('Report this'),
  permissionExists: sentence('Read the site and plan again'),
  rolesOnly: sentence('Read the site and plan again'),
  callerOutsideConfluence: sentence('Ask a site admin for access'),
  notSpaceAdmin: sentence('Sign in with an API token of a space admin'),
  notRestricting: sentence('Ask somebody who can edit the page, or a space admin'),
  tokenRefused: sentence('Renew the API token'),
  keyRefused: sentence('Renew the organization admin key'),
  tooManyRequests: sentence('Wait, then sync again'),
};
