import type { Document, Span } from './model';
import type { Sentence } from './sentence';
import { sentence } from './sentence';

/** The origin of a site as it is written, or why it cannot be used. */
export function readSite(
  written: string,
): { readonly origin: string } | { readonly refused: Sentence } {
  const host = /^https?:\/\/(?:[^/?#@]*@)?(\[[^\]/?#]*\]|[^/?#:@\\]*)(?::\d*)?(?:[/?#]|$)/i.exec(
    written,
  )?.[1];
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (host === undefined || !url)
    return refuse(
      sentence('This is no address of a site: write it like `https://acme.atlassian.net`.'),
    );
  const { origin } = url;
  if (url.username !== '' || url.password !== '')
    return refuse(
      sentence('A name or password does not belong here: write `{origin}` and sign in instead.', {
        origin,
      }),
    );
  if (host.toLowerCase() !== url.hostname)
    return refuse(
      sentence('This address really leads to {host}: if that is your site, write `{origin}`.', {
        host: url.hostname,
        origin,
      }),
    );
  if (/^[\w-]+$/.test(url.hostname) && !isLoopback(url.hostname))
    return refuse(
      sentence('{host} is no whole address: if your site is called so, write `{origin}`.', {
        host: url.hostname,
        origin: `https://${url.hostname}.atlassian.net`,
      }),
    );
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    return refuse(
      sentence('This address is not encrypted: write `{origin}`.', {
        origin: `https://${url.host}`,
      }),
    );
  if (url.pathname !== '/' || /[?#]/.test(written))
    return refuse(
      sentence('Only the beginning of the address belongs here: write `{origin}`.', { origin }),
    );
  return { origin };
}

function refuse(refused: Sentence) {
  return { refused };
}

/** The machine itself, where the sandbox site runs without encryption. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

/** Where a file says which site it is about, for what concerns all of it; else its beginning. */
export function siteSpan({ site }: Pick<Document, 'site'>): Span {
  return site?.span ?? { start: 0, end: 0 };
}
