import type { Sentence } from './sentence';
import { sentence } from './sentence';

export interface PageAddress {
  readonly id: string;
  readonly spaceKey: string | undefined;
  /** As the address ends with it; few have none. */
  readonly title: string | undefined;
  /** A bare id has none. */
  readonly origin: string | undefined;
}

/** Whether two origins are of one site; an address that begins with `http:` leads there, too. */
export function isSameSite(one: string, other: string): boolean {
  return one.replace(/^http:/, 'https:') === other.replace(/^http:/, 'https:');
}

type Result = PageAddress | { readonly refused: Sentence };

/** A page by its id or its full address on any site. */
export function readPageAddress(written: string): Result {
  if (isId(written))
    return { id: written, spaceKey: undefined, title: undefined, origin: undefined };
  const url = /^https?:\/\//i.test(written) && URL.canParse(written) ? new URL(written) : undefined;
  if (!url)
    return refuse(
      sentence('This is no page: write its ID, such as `123456`, or its full address.'),
    );
  return readPath(url);
}

/** The forms of Confluence Cloud: `/spaces/KEY/pages/ID/Title`, `/spaces/KEY/pages/edit-v2/ID`, `?pageId=ID`. */
function readPath({ origin, pathname, searchParams }: URL): Result {
  const [, space, id, title] =
    /\/spaces\/([^/]+)\/pages\/(?:edit-v2\/)?(\d+)(?:\/([^/]+))?(?:\/|$)/.exec(pathname) ?? [];
  const found = id ?? searchParams.get('pageId') ?? '';
  if (isId(found))
    return {
      id: found,
      spaceKey: decode(space) ?? searchParams.get('spaceKey') ?? undefined,
      title: decode(title?.replaceAll('+', ' ')),
      origin,
    };
  if (pathname.startsWith('/wiki/x/'))
    return refuse(
      sentence('A short link does not name its page: open it and copy the full address.'),
    );
  if (/\/spaces\/[^/]+(?:\/overview)?\/?$/.test(pathname))
    return refuse(
      sentence(
        'This is the home page of a space, which stays open to everybody who can see the space: choose another page.',
      ),
    );
  return refuse(
    sentence('This address names no page: open the page in Confluence and copy its address.'),
  );
}

function isId(text: string): boolean {
  return /^[1-9]\d{0,19}$/.test(text);
}

function decode(part: string | undefined): string | undefined {
  if (part === undefined) return undefined;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function refuse(refused: Sentence) {
  return { refused };
}
