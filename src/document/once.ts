/** The value of a computation that is made when it is first asked for. */
export function once<Value>(compute: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: compute() }).value;
}

/** A computation that is made once for each key it is asked about. */
export function onceFor<Key extends string | undefined, Value>(
  compute: (key: Key) => Value,
): (key: Key) => Value {
  return keeping(new Map(), compute);
}

/** A computation that is made once for each object it is asked about; the objects never change. */
export function onceEach<Subject extends object, Value>(
  compute: (subject: Subject) => Value,
): (subject: Subject) => Value {
  return keeping(new WeakMap(), compute);
}

/** A computation that is made once a day (`YYYY-MM-DD`). */
export function onceADay<Value>(compute: (today: string) => Value): (today: string) => Value {
  let known: { readonly today: string; readonly value: Value } | undefined;
  return (today) => {
    if (known?.today !== today) known = { today, value: compute(today) };
    return known.value;
  };
}

interface Made<Key, Value> {
  get(key: Key): { readonly value: Value } | undefined;
  set(key: Key, made: { readonly value: Value }): unknown;
}

function keeping<Key, Value>(
  made: Made<Key, Value>,
  compute: (key: Key) => Value,
): (key: Key) => Value {
  return (key) => {
    const known = made.get(key) ?? { value: compute(key) };
    made.set(key, known);
    return known.value;
  };
}
