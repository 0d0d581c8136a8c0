import { ConfluenceError } from '../sync/error';

/** Where each kind of call goes. */
export interface Bases {
  readonly site: string;
  readonly confluence: string;
  readonly organization: string;
}

const gateway = 'https://api.atlassian.com';

/**
 * The addresses for a site. The organization's API is at Atlassian's own address whatever the site
 * is, so that no file can have an admin key sent elsewhere; a loopback origin, which is the sandbox,
 * keeps everything at itself.
 * @param cloudId given for a token with scopes, which only Atlassian's gateway accepts.
 * @throws ConfluenceError `invalid` when the origin is neither https nor loopback.
 */
export function basesOf(origin: string, cloudId?: string): Bases {
  const site = readOrigin(origin);
  const api = isLoopback(site) ? site : gateway;
  return {
    site,
    confluence:
      cloudId === undefined ? site : `${api}/ex/confluence/${encodeURIComponent(cloudId)}`,
    organization: `${api}/admin`,
  };
}

function readOrigin(origin: string): string {
  if (URL.canParse(origin)) {
    const url = new URL(origin);
    const isBare = url.href === `${url.origin}/`;
    if (
      isBare &&
      (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.origin)))
    ) {
      return url.origin;
    }
  }
  throw new ConfluenceError(
    'invalid',
    'The site must be an https address without a path, such as https://acme.atlassian.net: correct `site:` in the file.',
  );
}

function isLoopback(origin: string): boolean {
  const { hostname } = new URL(origin);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
