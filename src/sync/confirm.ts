import { addressKey } from '../document/address';
import type { Document } from '../document/model';
import { remember, type Journal } from './journal';
import { accessOf, personAt, type Live } from './live';

/**
 * Tell the journal what the site shows by now, so that from here on the site's own word counts:
 * invited guests who have a space, and guests who have lost the Guest role.
 */
export async function recordConfirmed(
  document: Document,
  live: Live,
  journal: Journal,
  now: () => Date,
): Promise<void> {
  const { invited, revoking } = remember(await journal.read());
  const at = now().toISOString();
  for (const guest of document.guests ?? []) {
    const person = personAt(live, guest.email);
    if (!person) continue;
    if (
      invited.has(addressKey(guest.email)) &&
      person.kind === 'guest' &&
      person.state === 'active'
    ) {
      // An account without a visible address is known from the journal alone, so the journal keeps it.
      const isKnown = person.email !== undefined && accessOf(live, guest.space, person.accountId);
      if (isKnown) await journal.append({ at, kind: 'seen', email: guest.email });
    }
    if (revoking.has(person.accountId) && person.kind === 'none') {
      await journal.append({
        at,
        kind: 'revoked',
        accountId: person.accountId,
        email: guest.email,
      });
    }
  }
}
