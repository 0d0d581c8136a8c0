import type { Node } from 'yaml';
import { textOf } from './guest';
import { keys } from './keys';
import type { Principal, SharedPage, Span } from './model';
import { itemsOf, locate, spanOf, valueOf } from './node';
import { readPageAddress } from './pageAddress';
import { readPrincipal } from './principal';
import { problem } from './problem';
import { repeatsAmong } from './repeats';
import * as schema from './schema';
import type { Reading } from './slot';
import { read } from './slot';

/** A page with what only problems need: the places of its lists' keys, and where its address leads. */
export interface PageEntry {
  readonly page: SharedPage;
  /** Those of both lists. */
  readonly principals: readonly Principal[];
  /** Every entry of both lists was understood. */
  readonly whole: boolean;
  /** Of its address; a bare id has none. */
  readonly origin: string | undefined;
  readonly viewSpan: Span;
  readonly editSpan: Span;
}

export function readPage(node: Node | undefined, reading: Reading): PageEntry | undefined {
  const example = keys.pages.example.slice(1, -1);
  const slot = { name: 'pages', example, keySpan: undefined, node };
  const value = read(schema.page, slot, reading);
  const address = locate(node, ['page']).node;
  if (!value || !node || !address) return undefined;
  const idSpan = spanOf(address);
  const result = readPageAddress(String(value.page));
  const view = readList(node, 'view', reading);
  const edit = readList(node, 'edit', reading);
  if ('refused' in result) {
    reading.problems.push(problem('invalidPage', idSpan, result.refused));
    return undefined;
  }
  const { id, spaceKey, title: addressTitle, origin } = result;
  return {
    page: {
      id,
      spaceKey,
      title: textOf(value.title),
      addressTitle,
      view: view?.named,
      edit: edit?.named,
      grantAncestors: value.ancestors === 'grant',
      tree: value.tree === true,
      span: spanOf(node),
      idSpan,
    },
    principals: [...(view?.named ?? []), ...(edit?.named ?? [])],
    whole: view?.whole !== false && edit?.whole !== false,
    origin,
    viewSpan: locate(node, ['view']).keySpan ?? idSpan,
    editSpan: locate(node, ['edit']).keySpan ?? idSpan,
  };
}

interface List {
  readonly named: readonly Principal[];
  readonly whole: boolean;
}

/** The principals of one list; an entry that names nobody is told and left out. */
function readList(node: Node, key: 'view' | 'edit', { problems }: Reading): List | undefined {
  const list = locate(node, [key]).node;
  if (!list) return undefined;
  let whole = true;
  const named = itemsOf(list).flatMap((item) => {
    if (!item) return [];
    const span = spanOf(item);
    const { principal, refused } = readPrincipal(String(valueOf(item)), span);
    if (refused) {
      problems.push(problem('invalidPrincipal', span, refused));
      whole = false;
    }
    return principal ?? [];
  });
  for (const one of repeatsAmong(named)) problems.push(one);
  return { named, whole };
}
