import type { Lister } from '../sync/ports';
import type { Channel } from './channel';
import type { Organization } from './organization';
import { readGuests } from './read/directory';
import { readGroups } from './read/groups';
import { readAllSpaces } from './read/spaces';
import { readTitles } from './read/titles';

export function createLister(channel: Channel, organization: Organization | undefined): Lister {
  return {
    spaces: (signal) => readAllSpaces(channel, signal),
    groups: (signal) => readGroups(channel, signal),
    pages: (space, most, signal) => readTitles(channel, space, most, signal),
    guests:
      organization &&
      (async (signal) =>
        readGuests(
          organization.channel,
          organization.id,
          await organization.resource(signal),
          signal,
        )),
  };
}
