/** A setting for each factor. */
export type Row = Readonly<Record<string, unknown>>;

/** The positions of each factor. */
export type Factors = Readonly<Record<string, readonly unknown[]>>;

/**
 * Rows in which every two positions of different factors meet at least once, far fewer than all
 * combinations. Greedy: each row starts from a pair not met yet and takes for each other factor the
 * position that meets most new ones, the first among equals, so that the rows are always the same.
 */
export function pairwise(factors: Factors): readonly Row[] {
  const names = Object.keys(factors);
  const open = new Map<string, readonly [Choice, Choice]>();
  for (const [place, one] of names.entries())
    for (const other of names.slice(place + 1))
      for (const a of choicesOf(one, factors))
        for (const b of choicesOf(other, factors)) open.set(keyOf(a, b), [a, b]);
  const rows: Row[] = [];
  for (let [first] = open.values(); first; [first] = open.values()) {
    const row = [...first];
    for (const name of names) {
      if (row.some((choice) => choice.name === name)) continue;
      row.push(mostNew(choicesOf(name, factors), row, open));
    }
    for (const a of row) for (const b of row) open.delete(keyOf(a, b));
    rows.push(Object.fromEntries(row.map(({ name, index }) => [name, factors[name]?.[index]])));
  }
  return rows;
}

interface Choice {
  readonly name: string;
  readonly index: number;
}

function choicesOf(name: string, factors: Factors): readonly Choice[] {
  return (factors[name] ?? []).map((_position, index) => ({ name, index }));
}

function mostNew(
  choices: readonly Choice[],
  row: readonly Choice[],
  open: ReadonlyMap<string, unknown>,
): Choice {
  const gain = (choice: Choice): number =>
    row.filter((other) => open.has(keyOf(choice, other))).length;
  return choices.reduce((best, choice) => (gain(choice) > gain(best) ? choice : best));
}

function keyOf(one: Choice, other: Choice): string {
  const [a, b] = one.name < other.name ? [one, other] : [other, one];
  return `${a.name}=${a.index} ${b.name}=${b.index}`;
}
