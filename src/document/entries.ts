import { addressKey } from './address';
import { groupBy } from './groupBy';
import type { Document, Guest } from './model';
import { onceEach } from './once';

/** The entries of a guest, in file order, by an address as it is written anywhere. */
export function entriesOf(email: string, document: Document): readonly Guest[] {
  return byAddress(document).get(addressKey(email)) ?? [];
}

const byAddress = onceEach(({ guests = [] }: Document) =>
  groupBy(guests, ({ email }) => addressKey(email)),
);
