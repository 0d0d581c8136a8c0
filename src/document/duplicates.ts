import type { Node } from 'yaml';
import { mappingsOf } from './aliases';
import type { Problem } from './model';
import type { Field } from './node';
import { fieldsOf } from './node';
import { excerpt, problem } from './problem';
import { sentence } from './sentence';

/** Keys that stand twice in one mapping. yaml could tell, in time that grows with the square. */
export function* duplicateKeys(root: Node): Iterable<Problem> {
  for (const mapping of mappingsOf(root)) yield* duplicatesAmong(fieldsOf(mapping));
}

type Key = Pick<Field, 'name' | 'keySpan'>;

export function* duplicatesAmong(fields: Iterable<Key>): Iterable<Problem> {
  const first = new Map<string, Key>();
  for (const field of fields) {
    const before = first.get(field.name);
    if (before) yield duplicate(before, field);
    else first.set(field.name, field);
  }
}

function duplicate(first: Key, second: Key): Problem {
  const key = excerpt(second.name);
  return problem(
    'duplicateKey',
    second.keySpan,
    sentence('`{key}` is already written above: keep one of the two.', { key }),
    { related: [{ span: first.keySpan, sentence: sentence('`{key}` is first here.', { key }) }] },
  );
}
