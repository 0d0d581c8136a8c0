import { keys } from './keys';
import type { OwnedSpace } from './model';
import type { Field } from './node';
import { isNothing } from './node';
import { excerpt, problem } from './problem';
import * as schema from './schema';
import { sentence } from './sentence';
import type { Reading } from './slot';
import { read } from './slot';

/** A space that the file owns; with nothing behind its key it is `additive`. */
export function readSpace(
  { name: key, keySpan, node }: Field,
  reading: Reading,
): OwnedSpace | undefined {
  if (!schema.ownedSpaceKey.safeParse(key).success) {
    reading.problems.push(
      problem(
        'invalidValue',
        keySpan,
        sentence('`{key}` is no space key: copy it from the address of the space.', {
          key: excerpt(key),
        }),
      ),
    );
    return undefined;
  }
  if (isNothing(node)) return { key, manage: 'additive', span: keySpan };
  const example = `{ manage: ${keys.manage.example} }`;
  const value = read(schema.ownedSpace, { name: key, example, keySpan, node }, reading);
  return value && { key, manage: value.manage ?? 'additive', span: keySpan };
}
