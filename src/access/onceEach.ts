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
