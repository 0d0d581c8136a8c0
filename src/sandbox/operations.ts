import type { Page, Person, Space, World } from './state';
import { canEditPage, canRestrictPage, spacePermissions } from './visibility';

/** What the caller may do, as Confluence lists it. */
export interface PermittedOperation {
  readonly operation: string;
  readonly targetType: string;
}

export function spaceOperations(
  world: World,
  space: Space,
  person: Person,
): readonly PermittedOperation[] {
  const pairs = [...spacePermissions(world, space, person)];
  return pairs
    .filter((pair) => !isWithheld(world, pair))
    .map((pair) => {
      const [operation = '', targetType = ''] = pair.split('/');
      return { operation, targetType };
    });
}

export function pageOperations(
  world: World,
  page: Page,
  person: Person,
): readonly PermittedOperation[] {
  const isListed = world.switches.restrictOperation === 'listed' && !isWithheld(world, restrict);
  const names = [
    'read',
    ...(canEditPage(world, page, person) ? ['update'] : []),
    ...(isListed && canRestrictPage(world, page, person) ? ['restrict_content'] : []),
  ];
  return names.map((operation) => ({ operation, targetType: 'page' }));
}

const restrict = 'restrict_content/space';

/** The Free plan lets nobody change permissions or restrictions, whatever the space's permissions say. */
function isWithheld({ site, switches }: World, pair: string): boolean {
  return (
    site.plan === 'free' &&
    switches.freeOperations === 'withheld' &&
    ['administer/space', restrict].includes(pair)
  );
}
