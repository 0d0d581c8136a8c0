import * as z from 'zod/mini';
import { bodyOf } from './call';
import type { PersonCall } from './call';
import type { Answer } from './errors';
import { isGuestOnly } from './state';
import type { Person, World } from './state';

const request = z.object({ accountIds: z.array(z.string()).check(z.maxLength(250)) });

/** `POST /wiki/api/v2/users-bulk`: unknown ids are silently left out, addresses are mostly empty. */
export function readPeople(call: PersonCall): Answer {
  const { accountIds } = bodyOf(call, request, 'v2');
  const results = accountIds.flatMap((id) => {
    const person = call.world.people.get(id);
    const accountStatus = person && statusOf(call.world, person);
    return person && accountStatus ? [{ ...shape(person), accountStatus }] : [];
  });
  return { status: 200, body: { results, _links: { base: `${call.origin}/wiki` } } };
}

/** `undefined`: this endpoint does not know the account. */
function statusOf({ switches }: World, { state, roles }: Person): string | undefined {
  if (roles.size === 0 && switches.formerInBulk === 'absent') return undefined;
  switch (state) {
    case 'active':
      return 'active';
    case 'deactivated':
      return 'inactive';
    case 'invited':
      return switches.pendingInBulk === 'absent' ? undefined : switches.pendingInBulk;
  }
}

function shape(person: Person) {
  return {
    accountId: person.accountId,
    displayName: person.name,
    publicName: person.name,
    email: person.emailVisible ? person.email : '',
    isExternalCollaborator: isGuestOnly(person.roles),
    accountType: 'atlassian',
  };
}
