import { EnvHttpProxyAgent, fetch } from 'undici';
import { connect, type Connected } from '../confluence/connection';
import { createRuntime, type Fetch } from '../confluence/runtime';
import type { Document } from '../document/model';
import { ConfluenceError } from '../sync/error';
import type { Surroundings } from './surroundings';

/**
 * Connect with the credentials of the environment. They belong to `CONFLUENCE_SITE`: a file that
 * names another site gets none. Throws a `ConfluenceError` that says what is missing.
 */
export function connectFromEnvironment(
  { site, organization }: Document,
  { env }: Surroundings,
): Connected {
  const home = env['CONFLUENCE_SITE'];
  const email = env['CONFLUENCE_EMAIL'];
  const token = env['CONFLUENCE_API_TOKEN'];
  if (!home || !email || !token) {
    throw new ConfluenceError(
      'auth',
      'Set CONFLUENCE_SITE, CONFLUENCE_EMAIL and CONFLUENCE_API_TOKEN to sign in; see confluence-guests help',
    );
  }
  const origin = originOf(home);
  if (site?.origin !== origin) {
    throw new ConfluenceError(
      'auth',
      `The file is about ${site?.origin ?? 'no site'} and your credentials are for ${origin}, so they were not sent: set CONFLUENCE_SITE to the site that you mean`,
    );
  }
  const adminKey = env['ATLASSIAN_ADMIN_KEY'];
  const cloudId = env['CONFLUENCE_CLOUD_ID'];
  return connect(
    {
      origin,
      email,
      token,
      ...(adminKey && { adminKey }),
      ...(organization !== undefined && { organization }),
      ...(cloudId && { cloudId }),
    },
    createRuntime(fetchThroughProxy(), () => undefined),
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
