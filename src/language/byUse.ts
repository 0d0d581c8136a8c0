/** Each once, the most frequent first; those as frequent as each other in their order. */
export function byUse(texts: readonly (string | undefined)[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one).map(([text]) => text);
}
