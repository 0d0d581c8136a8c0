import { isAlias, isCollection, isMap, isNode, isPair } from 'yaml';
import type { Alias, Node } from 'yaml';
import type { Problem } from './model';
import { spanOf } from './node';
import { problem } from './problem';
import { sentence } from './sentence';

/** How many nodes all aliases together may repeat; a list of ten names for each of 5,000 guests fits. */
const maxRepeated = 100_000;
const maxDepth = 100;

interface Size {
  readonly nodes: number;
  readonly depth: number;
}

/**
 * Puts what an alias stands for in the place of the alias, in the tree itself. An alias that stands for
 * nothing or for itself stays and becomes a problem. After one that repeats too much the tree is unsafe.
 */
export function resolveAliases(root: Node): {
  readonly problems: readonly Problem[];
  readonly safe: boolean;
} {
  const problems: Problem[] = [];
  const anchors = new Map<string, { node: Node; size: Size | undefined }>();
  let repeated = 0;

  function measure(node: unknown): Size {
    if (isPair(node)) return combine([visit(node, 'key'), visit(node, 'value')]);
    if (!isNode(node) || isAlias(node)) return { nodes: 1, depth: 0 };
    const anchor = { node, size: undefined as Size | undefined };
    if (node.anchor) anchors.set(node.anchor, anchor);
    anchor.size = isCollection(node) ? measureItems(node.items) : { nodes: 1, depth: 0 };
    return anchor.size;
  }

  function measureItems(items: unknown[]): Size {
    const { nodes, depth } = combine(items.map((_, index) => visit(items, index)));
    return { nodes: nodes + 1, depth: depth + 1 };
  }

  function visit<T extends object>(holder: T, place: keyof T): Size {
    const node = holder[place];
    if (!isAlias(node)) return measure(node);
    const anchor = anchors.get(node.source);
    const refused = refuse(node, anchor?.size);
    if (refused) problems.push(refused);
    if (refused || !anchor?.size) return { nodes: 1, depth: 0 };
    holder[place] = anchor.node as T[keyof T];
    return anchor.size;
  }

  function refuse(alias: Alias, size: Size | undefined): Problem | undefined {
    const name = alias.source;
    if (!size)
      return problem(
        'syntax',
        spanOf(alias),
        anchors.has(name)
          ? sentence('`*{name}` stands inside the part that it repeats: write it out.', { name })
          : sentence('`*{name}` repeats nothing: put text that begins with `*` in quotes.', {
              name,
            }),
      );
    repeated += size.nodes;
    if (repeated <= maxRepeated && size.depth <= maxDepth) return undefined;
    return problem(
      'tooManyAliases',
      spanOf(alias),
      sentence('`*{name}` repeats too much: write the part out instead.', { name }),
    );
  }

  visit({ root }, 'root');
  const tooMany = problems.find(({ code }) => code === 'tooManyAliases');
  return tooMany ? { problems: [tooMany], safe: false } : { problems, safe: true };
}

function combine(sizes: readonly Size[]): Size {
  let nodes = 0;
  let depth = 0;
  for (const size of sizes) {
    nodes += size.nodes;
    depth = Math.max(depth, size.depth);
  }
  return { nodes, depth };
}

/** Every mapping of the tree, which must have no aliases left that repeat their own part. */
export function* mappingsOf(root: Node): Iterable<Node> {
  const seen = new Set<unknown>();
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (isPair(node)) waiting.push(node.value);
    if (!isCollection(node) || seen.has(node)) continue;
    seen.add(node);
    if (isMap(node)) yield node;
    for (const item of node.items) waiting.push(item);
  }
}
