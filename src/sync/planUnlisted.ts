import type { OwnedSpace } from '../document/model';
import { join, notice, take, type Draft } from './draft';
import { leave } from './leave';
import { guestsIn } from './live';
import { whoIs } from './step';
import { doubtsAbout, type World } from './world';

/** Guests in an owned space whom the file does not list. */
export function planUnlisted(space: OwnedSpace, world: World): Draft {
  const { accounts, live, unidentified } = world;
  const { key } = space;
  return join(
    guestsIn(live, key)
      .filter(({ accountId }) => !accounts.has(accountId) && accountId !== live.caller.accountId)
      .map((person) => {
        const who = whoIs(person);
        const facts = { who: who.label, space: key };
        if (person.email === undefined && unidentified) {
          return notice(
            'unidentifiedGuest',
            space.span,
            '{who} has space {space} and hides the address, so it is not known whether the file lists them; nothing is changed',
            facts,
          );
        }
        if (space.manage === 'additive') {
          return notice(
            'unlistedGuest',
            space.span,
            '{who} has space {space} and is not in the file; the space is `additive`, so nothing is changed',
            facts,
          );
        }
        const after = doubtsAbout(person, world);
        return take({ ...leave(person.accountId, who, key, space.span, live), after });
      }),
  );
}
