import { switchesSchema, type Switches } from '../../src/sandbox/switches';
import { pairwise } from './pairs';

/** Numbers have no list of positions: none and few requests a second, and pages of one and of many. */
const numbers: Readonly<Record<string, readonly number[]>> = {
  ratePerSecond: [0, 10],
  innerPageSize: [100, 1],
  searchPageSize: [100, 1],
};

/** Every switch of the sandbox with its positions, so that a new one takes part by itself. */
export function switchPositions(): Readonly<Record<string, readonly unknown[]>> {
  return Object.fromEntries(
    Object.entries(switchesSchema.def.shape).map(([name, { def }]) => {
      const { def: position } = def.innerType;
      const positions = position.type === 'enum' ? Object.values(position.entries) : numbers[name];
      if (positions === undefined) throw new Error(`Give the positions of the switch ${name}.`);
      return [name, positions];
    }),
  );
}

/**
 * Settings of all switches in which every two positions meet. They meet once more among the sites
 * that tell how they keep space access, for where a site does not tell little is done.
 */
export function switchRows(): readonly Partial<Switches>[] {
  const all = switchPositions();
  return [...pairwise({ ...all, roleMode: ['answers'] }), ...pairwise(all)];
}
