/** A computation that is made once for each object it is asked about; the objects never change. */
export function onceEach<Subject extends object, Value>(
  compute: (subject: Subject) => Value,
): (subject: Subject) => Value {
  const made = new WeakMap<Subject, { readonly value: Value }>();
  return (subject) => {
    const known = made.get(subject) ?? { value: compute(subject) };
    made.set(subject, known);
    return known.value;
  };
}

/** A computation that is made once a day (`YYYY-MM-DD`). */
export function onceADay<Value>(compute: (today: string) => Value): (today: string) => Value {
  let known: { readonly today: string; readonly value: Value } | undefined;
  return (today) => {
    if (known?.today !== today) known = { today, value: compute(today) };
    return known.value;
  };
}
