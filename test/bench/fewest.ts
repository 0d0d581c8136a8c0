import { isContributor, isEdited, type World } from './world';

/** How many a request takes or gives at most, by Atlassian's documents. */
const most = { spaces: 250, rows: 250, people: 250, addresses: 100, pages: 100, invitations: 25 };

/** What a contributor and a viewer need where each permission stands by itself. */
const pairs = { contributor: 4, viewer: 1 };

/** The pairs of the caller, who administers each space, and of the space's group. */
const staffPairs = 14 + pairs.contributor;

/** The caller and the group, one space role each. */
const staffRoles = 2;

type State = 'before' | 'synced';

/**
 * The fewest requests that read everything the file speaks of: who asks, how the site keeps space
 * access, what it calls itself in the organization, and every list at its largest size. A group is
 * asked for as long as it is on no page.
 */
export function fewestReads(world: World, state: State): number {
  const { mode, spaces, shared, ancestors, emails } = world;
  const accounts = 1 + (state === 'synced' ? emails.length : 0);
  return (
    3 +
    (mode === 'roles' ? 1 : 0) +
    Math.ceil(spaces.length / most.spaces) +
    fewestAccessReads(world, state) +
    Math.ceil(shared.length / most.pages) +
    Math.ceil(ancestors.length / most.pages) +
    Math.ceil(emails.length / most.addresses) +
    Math.ceil(accounts / most.people) +
    (state === 'before' ? spaces.length : 0)
  );
}

/**
 * The fewest requests of the first sync: it reads again what the plan came from, invites, gives each
 * guest each permission or the one role, closes each list with its staff in one request, puts the
 * guests on it one by one, and reads the result. What the site is called is known by then.
 */
export function fewestFirstSync(world: World): number {
  const { mode, shared, emails, teamSize } = world;
  const contributors = emails.filter((_, index) => isContributor(index)).length;
  const viewers = emails.length - contributors;
  const grants =
    mode === 'roles' ? emails.length : contributors * pairs.contributor + viewers * pairs.viewer;
  const edited = shared.filter((_, index) => isEdited(index)).length;
  // An editor is on the view list too.
  const entries = shared.length * (1 + teamSize) + edited * 3;
  return (
    fewestReads(world, 'before') +
    fewestReads(world, 'synced') -
    2 +
    Math.ceil(emails.length / most.invitations) +
    grants +
    entries
  );
}

function fewestAccessReads({ mode, spaces, emails }: World, state: State): number {
  return spaces.reduce((sum, _, space) => {
    const guests = emails.filter(
      (_email, index) => state === 'synced' && spaceOf(index, emails, spaces) === space,
    );
    const rows =
      mode === 'roles'
        ? staffRoles + guests.length
        : staffPairs +
          guests.length * pairs.viewer +
          guests.filter((_email, index) => isContributor(index)).length *
            (pairs.contributor - pairs.viewer);
    return sum + Math.ceil(rows / most.rows);
  }, 0);
}

function spaceOf(index: number, emails: readonly string[], spaces: readonly string[]): number {
  return Math.floor((index * spaces.length) / emails.length);
}
