import { EnvHttpProxyAgent, fetch } from 'undici';
import { connect, type Connected } from '../confluence/connection';
import { createRuntime, type Fetch } from '../confluence/runtime';
import type { Document, Site } from '../document/model';
import { ConfluenceError } from '../sync/error';
import type { Surroundings } from './surroundings';

/** What a file says about where to connect. */
type Place = Pick<Document, 'organization'> & {
  readonly site: Pick<Site, 'origin'> | undefined;
};

/**
 * Connect with the credentials of the environment. They belong to `CONFLUENCE_SITE`: a file that
 * names another site gets none. Throws a `ConfluenceError` that says what is missing.
 */
export function connectFromEnvironment(place: Place, around: Surroundings): Connected {
  if (!hasToken(around)) throw signedOut();
  return connectTo(place, around);
}

/** The same with an API token, an organization admin key, or both. */
export function connectWithAny(place: Place, around: Surroundings): Connected {
  if (!hasToken(around) && !around.env['ATLASSIAN_ADMIN_KEY']) {
    throw new ConfluenceError(
      'auth',
      'Set CONFLUENCE_EMAIL and CONFLUENCE_API_TOKEN, or ATLASSIAN_ADMIN_KEY, or all of them; see confluence-guests help',
    );
  }
  return connectTo(place, around);
}

function connectTo({ site, organization }: Place, around: Surroundings): Connected {
  const { env } = around;
  const origin = originFromEnvironment(around);
  if (site?.origin !== origin) {
    throw new ConfluenceError(
      'auth',
      `The file is about ${site?.origin ?? 'no site'} and your credentials are for ${origin}, so they were not sent: set CONFLUENCE_SITE to the site that you mean`,
    );
  }
  const email = env['CONFLUENCE_EMAIL'];
  const token = env['CONFLUENCE_API_TOKEN'];
  const adminKey = env['ATLASSIAN_ADMIN_KEY'];
  const cloudId = env['CONFLUENCE_CLOUD_ID'];
  return connect(
    {
      origin,
      ...(email && { email }),
      ...(token && { token }),
      ...(adminKey && { adminKey }),
      ...(organization !== undefined && { organization }),
      ...(cloudId && { cloudId }),
    },
    createRuntime(fetchThroughProxy(), () => undefined),
  );
}

/** The site that the credentials of the environment are for. Throws a `ConfluenceError` when it names none. */
export function originFromEnvironment({ env }: Surroundings): string {
  const home = env['CONFLUENCE_SITE'];
  if (!home) throw signedOut();
  return originOf(home);
}

function hasToken({ env }: Surroundings): boolean {
  return Boolean(env['CONFLUENCE_EMAIL'] && env['CONFLUENCE_API_TOKEN']);
}

function signedOut(): ConfluenceError {
  return new ConfluenceError(
    'auth',
    'Set CONFLUENCE_SITE, CONFLUENCE_EMAIL and CONFLUENCE_API_TOKEN to sign in; see confluence-guests help',
  );
}

/** What is no address is not shown, for it may be a secret in the wrong place. */
function originOf(home: string): string {
  const url = URL.canParse(home) ? new URL(home) : undefined;
  if (url && ['https:', 'http:'].includes(url.protocol) && url.username === '') return url.origin;
  throw new ConfluenceError(
    'invalid',
    'CONFLUENCE_SITE must be the address of the site, such as https://acme.atlassian.net',
  );
}

/** `fetch` that obeys HTTPS_PROXY, HTTP_PROXY and NO_PROXY. */
function fetchThroughProxy(): Fetch {
  const dispatcher = new EnvHttpProxyAgent();
  return (url, init) => fetch(url, { ...init, dispatcher });
}
