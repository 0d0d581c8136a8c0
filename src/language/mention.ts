import { addressKey } from '../document/address';
import type { Principal, Span } from '../document/model';

/** A place of the file that names a person, a team, a group, a space or a page. */
export interface Mention {
  /** An `account` is the id of a staff account. */
  readonly kind: 'address' | 'account' | 'team' | 'group' | 'space' | 'page';
  readonly name: string;
  /** What the value begins with before the name, such as `team:`. */
  readonly prefix: string;
  /** The value as it is written, with its quotes. */
  readonly span: Span;
  /** The place in which the file says what it is; other places only use it. */
  readonly isDefinition: boolean;
}

export function define(kind: Mention['kind'], name: string, span: Span): Mention {
  return { kind, name, prefix: '', span, isDefinition: true };
}

export function use(kind: Mention['kind'], name: string, span: Span, prefix = ''): Mention {
  return { kind, name, prefix, span, isDefinition: false };
}

export function mentionIn(principal: Principal): Mention {
  const { kind, span } = principal;
  switch (kind) {
    case 'guest':
      return use('address', principal.email, span);
    case 'user':
      return principal.user.includes('@')
        ? use('address', principal.user, span, 'user:')
        : use('account', principal.user, span, 'user:');
    case 'team':
    case 'group':
      return use(kind, principal.name, span, `${kind}:`);
  }
}

/** A page, and the space that its address names. */
export function mentionsOfPage(
  { id, spaceKey }: { readonly id: string; readonly spaceKey: string | undefined },
  span: Span,
): readonly Mention[] {
  const page = define('page', id, span);
  return spaceKey === undefined ? [page] : [page, use('space', spaceKey, span)];
}

/** Equal for two names of the same thing, of one kind. */
export function keyOf(kind: Mention['kind'], name: string): string {
  return kind === 'address' ? addressKey(name) : name;
}

const address = /^["']?https?:/i;
const inAddress = {
  page: /\/pages\/(?:edit-v2\/)?(\d+)|[?&]pageId=(\d+)/d,
  space: /\/spaces\/([^/]+)\/pages\/|[?&]spaceKey=([^&#"']+)/d,
};

export function isInAddress(text: string, { span }: Mention): boolean {
  return address.test(text.slice(span.start, span.start + 'https:'.length + 1));
}

/** The name alone within the value; what stands between the quotes when it is written in another way. */
export function nameSpan(text: string, mention: Mention): Span {
  const { kind, name, span } = mention;
  const written = text.slice(span.start, span.end);
  if ((kind === 'page' || kind === 'space') && isInAddress(text, mention)) {
    const [, path, query] = inAddress[kind].exec(written)?.indices ?? [];
    const [start, end] = path ?? query ?? [0, written.length];
    return { start: span.start + start, end: span.start + end };
  }
  const { start, end } = unquoted(text, span);
  return { start: text.endsWith(name, end) ? Math.max(start, end - name.length) : start, end };
}

/** What stands between the quotes, if there are any. */
export function unquoted(text: string, { start, end }: Span): Span {
  const written = text.slice(start, end);
  const [opening = ''] = /^["']/.exec(written) ?? [];
  const closing = written.length > 1 && written.endsWith(opening) ? opening : '';
  return { start: start + opening.length, end: end - closing.length };
}
