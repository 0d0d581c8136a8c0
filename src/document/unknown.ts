import { keyNamed } from './keys';
import type { Problem, Span } from './model';
import { nearest } from './nearest';
import type { Field } from './node';
import { excerpt, problem } from './problem';
import { sentence } from './sentence';
import { meantBy } from './synonyms';

/**
 * Problems for fields that a mapping may not have, and the allowed keys that were probably meant: those
 * that are not written, each by one field at most.
 */
export function unknownKeys(
  fields: readonly Field[],
  allowed: readonly string[],
): { readonly problems: readonly Problem[]; readonly meant: ReadonlySet<string> } {
  const problems: Problem[] = [];
  const meant = new Set<string>();
  const written = new Set(fields.map(({ name }) => name));
  for (const field of fields) {
    const { name } = field;
    if (allowed.includes(name)) continue;
    const missing = allowed.filter((key) => !written.has(key) && !meant.has(key));
    const near = meantBy(name, missing) ?? nearest(name, missing);
    if (near !== undefined) meant.add(near);
    problems.push(unknownKey(field, near, allowed));
  }
  return { problems, meant };
}

function unknownKey(
  { name, keySpan }: Field,
  meant: string | undefined,
  allowed: readonly string[],
): Problem {
  const key = excerpt(name);
  const text =
    meant === undefined
      ? sentence('`{key}` means nothing here: delete it, or use one of {allowed}.', {
          key,
          allowed: allowed.map((one) => `\`${one}\``).join(', '),
        })
      : sentence('`{key}` means nothing here: did you mean `{meant}`?', { key, meant });
  return problem('unknownKey', keySpan, text);
}

export function missingKey(key: string, span: Span): Problem {
  const example = keyNamed(key)?.example ?? '…';
  return problem(
    'missingKey',
    span,
    sentence('`{key}` is missing: add a line such as `{key}: {example}`.', { key, example }),
  );
}
