/** The value of a computation that is made when it is first asked for. */
export function once<Value>(compute: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: compute() }).value;
}

/** A computation that is made once for each key it is asked about. */
export function onceFor<Key extends string | undefined, Value>(
  compute: (key: Key) => Value,
): (key: Key) => Value {
  const made = new Map<Key, { readonly value: Value }>();
  return (key) => {
    const known = made.get(key) ?? { value: compute(key) };
    made.set(key, known);
    return known.value;
  };
}
