import type { Node } from 'yaml';
import { isScalar } from 'yaml';
import type { Span } from '../document/model';
import type { Field } from '../document/node';
import { fieldsOf, itemsOf, locate, spanOf, valueOf } from '../document/node';
import { readPageAddress } from '../document/pageAddress';
import { readPrincipal } from '../document/principal';
import type { Mention } from './mention';
import { define, mentionIn, mentionsOfPage, use } from './mention';

/** Everything that is named below a key of the file, whatever errors its entries have. */
export function mentionsBelow(section: string, node: Node | undefined): readonly Mention[] {
  switch (section) {
    case 'spaces':
      return fieldsOf(node).map(({ name, keySpan }) => define('space', name, keySpan));
    case 'teams':
      return fieldsOf(node).flatMap(inTeam);
    case 'guests':
      return itemsOf(node).flatMap(inGuest);
    case 'pages':
      return itemsOf(node).flatMap(inPage);
    default:
      return [];
  }
}

function inTeam({ name, keySpan, node }: Field): readonly Mention[] {
  return [
    define('team', name, keySpan),
    ...itemsOf(node).flatMap((item) => address(item, (email, span) => use('address', email, span))),
  ];
}

function inGuest(node: Node | undefined): readonly Mention[] {
  const at = (key: string) => locate(node, [key]).node;
  return [
    ...address(at('email'), (email, span) => define('address', email, span)),
    ...name(at('space'), (key, span) => [use('space', key, span)]),
    ...address(at('owner'), (email, span) => use('address', email, span)),
  ];
}

function inPage(node: Node | undefined): readonly Mention[] {
  const at = (key: string) => locate(node, [key]).node;
  return [
    ...name(at('page'), (written, span) => {
      const result = readPageAddress(written);
      return 'refused' in result ? [] : mentionsOfPage(result, span);
    }),
    ...[...itemsOf(at('view')), ...itemsOf(at('edit'))].flatMap((item) =>
      name(item, (written, span) => {
        const { principal } = readPrincipal(written, span);
        return principal ? [mentionIn(principal)] : [];
      }),
    ),
  ];
}

function address(
  node: Node | undefined,
  mention: (email: string, span: Span) => Mention,
): readonly Mention[] {
  return name(node, (email, span) => (email.includes('@') ? [mention(email, span)] : []));
}

function name(
  node: Node | undefined,
  mentions: (name: string, span: Span) => readonly Mention[],
): readonly Mention[] {
  const value = valueOf(node);
  const isName = isScalar(node) && (typeof value === 'string' || typeof value === 'number');
  return isName && value !== '' ? mentions(String(value), spanOf(node)) : [];
}
