import type { Node } from 'yaml';
import { isAlias, isMap, isSeq } from 'yaml';
import { keyNamed } from './keys';
import type { Field } from './node';
import { fieldsOf, isNothing, itemsOf, spanOf } from './node';
import { excerpt, firstLine, problem } from './problem';
import type { Sentence } from './sentence';
import { sentence } from './sentence';
import type { Reading, Slot, Slots } from './slot';

/** The places of a mapping by key; of a repeated key the first. */
export function slotsOf(root: Node): Slots {
  const fields = new Map(
    fieldsOf(root)
      .map((field) => [field.name, field] as const)
      .reverse(),
  );
  return (name) => ({
    name,
    example: keyNamed(name)?.example ?? '',
    keySpan: fields.get(name)?.keySpan,
    node: fields.get(name)?.node,
  });
}

/** The entries of a list such as `guests:`; `undefined` when there is no list. */
export function listAt(slot: Slot, reading: Reading): readonly (Node | undefined)[] | undefined {
  if (isSeq(slot.node)) return itemsOf(slot.node);
  refuse(
    slot,
    reading,
    sentence('`{key}` has no value: write `{key}: []` for nobody, or leave `{key}` out.', {
      key: slot.name,
    }),
  );
  return undefined;
}

/** The fields of a mapping such as `teams:`, each key once; none when there is no mapping. */
export function mappingAt(slot: Slot, reading: Reading): readonly Field[] | undefined {
  if (isMap(slot.node)) {
    const fields = new Map<string, Field>();
    for (const field of fieldsOf(slot.node))
      if (!fields.has(field.name)) fields.set(field.name, field);
    return [...fields.values()];
  }
  refuse(
    slot,
    reading,
    sentence('`{key}` has no value: write `{key}: {none}` for none, or leave `{key}` out.', {
      key: slot.name,
      none: '{}',
    }),
  );
  return undefined;
}

function refuse(slot: Slot, { text, problems }: Reading, nothing: Sentence): void {
  const { name, example, keySpan, node } = slot;
  if (!keySpan || isAlias(node)) return;
  problems.push(
    isNothing(node) || !node
      ? problem('wrongType', keySpan, nothing)
      : problem(
          'wrongType',
          firstLine(text, spanOf(node)),
          sentence('`{key}` is no such list as it should be: write it like `{example}`.', {
            key: excerpt(name),
            example,
          }),
        ),
  );
}
