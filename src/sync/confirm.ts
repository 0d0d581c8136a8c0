import { addressKey } from '../document/address';
import type { Document } from '../document/model';
import { isGranted } from './desired';
import { remember, type Journal } from './journal';
import { accessOf, personAt, type Live } from './live';

/**
 * Tell the journal what the site shows by now, so that from here on the site's own word counts:
 * guests who have the space that the file gives them, and guests who have lost the Guest role.
 * `today` is `YYYY-MM-DD`.
 */
export async function recordConfirmed(
  document: Document,
  live: Live,
  { journal, now }: { readonly journal: Journal; readonly now: () => Date },
  today: string,
): Promise<void> {
  const { invited, revoking } = remember(await journal.read('memory'));
  const at = now().toISOString();
  for (const guest of document.guests ?? []) {
    const person = personAt(live, guest.email);
    if (!person) continue;
    const { email } = guest;
    const { accountId, kind, state } = person;
    const isInside =
      kind === 'guest' && state === 'active' && accessOf(live, guest.space, accountId);
    // An account without a visible address is known from the journal alone, so the journal keeps it.
    const isConfirmed = invited.has(addressKey(email)) && person.email !== undefined;
    const isBack = revoking.has(accountId) && isGranted(guest, today);
    if (isInside && (isConfirmed || isBack)) {
      await journal.append({ at, kind: 'seen', email, accountId });
    } else if (revoking.has(accountId) && kind === 'none') {
      await journal.append({ at, kind: 'revoked', accountId, email });
    }
  }
}
