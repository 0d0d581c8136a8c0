import type { Node } from 'yaml';
import { isAlias, isMap, isSeq } from 'yaml';
import { holdsList } from './cut';
import { emptyList } from './issue';
import { keyNamed } from './keys';
import type { Field } from './node';
import { isNothing, spanOf } from './node';
import { firstLine, problem } from './problem';
import type { Sentence } from './sentence';
import { sentence } from './sentence';
import type { Reading, Slot, Slots } from './slot';

/** The places of fields by key; of a repeated key the first. */
export function slotsOf(written: readonly Field[]): Slots {
  const fields = new Map(written.map((field) => [field.name, field] as const).reverse());
  return (name) => ({
    name,
    example: keyNamed(name)?.example ?? '',
    keySpan: fields.get(name)?.keySpan,
    node: fields.get(name)?.node,
  });
}

/** The list or mapping of a section; `undefined` when there is none. */
export function entriesAt(slot: Slot, reading: Reading): Node | undefined {
  const { name: key, node } = slot;
  const isList = holdsList(key);
  if (isList ? isSeq(node) : isMap(node)) return node;
  const nothing = isList
    ? emptyList(key)
    : sentence('`{key}` has no value: write `{key}: {none}` for none, or leave `{key}` out.', {
        key,
        none: '{}',
      });
  refuse(slot, reading, nothing);
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
          holdsList(name)
            ? sentence('`{key}` is no such list as it should be: write it like `{example}`.', {
                key: name,
                example,
              })
            : sentence('`{key}` needs a line for each name: write it like `{line}`.', {
                key: name,
                line: example.slice(1, -1).trim(),
              }),
        ),
  );
}
