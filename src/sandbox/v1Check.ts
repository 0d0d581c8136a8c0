import * as z from 'zod/mini';
import { bodyOf } from './call';
import type { PersonCall } from './call';
import { refusal } from './errors';
import type { Answer } from './errors';
import type { Page, Person, World } from './state';
import {
  canEditPage,
  canUse,
  canViewPage,
  canViewSpace,
  permissionsOf,
  spacePermissions,
} from './visibility';
import { viewedPage } from './v1Restrictions';

const request = z.object({
  subject: z.object({ type: z.enum(['user', 'group']), identifier: z.string() }),
  operation: z.enum(['read', 'update', 'delete']),
});

type Operation = z.infer<typeof request>['operation'];

/**
 * `POST /wiki/rest/api/content/{id}/permission/check`: 200 for a denial too, with the layer that
 * denies. Asking about others takes a Confluence administrator.
 */
export function checkPermission(call: PersonCall): Answer {
  const { world, person } = call;
  const page = viewedPage(call);
  const { subject, operation } = bodyOf(call, request, 'v1');
  if (!person.siteAdmin && subject.identifier !== person.accountId) {
    throw refusal('v1', 403, "User isn't authorized to check permissions of others.");
  }
  const denial =
    subject.type === 'user'
      ? denialOfPerson(world, page, subject.identifier, operation)
      : denialOfGroup(world, page, subject.identifier, operation);
  const errors = denial === undefined ? [] : [{ translation: denial, args: [] }];
  return { status: 200, body: { hasPermission: denial === undefined, errors, _links: {} } };
}

function denialOfPerson(
  world: World,
  page: Page,
  accountId: string,
  operation: Operation,
): string | undefined {
  const person = world.people.get(accountId);
  if (person === undefined) throw refusal('v1', 404, `No user found with account id ${accountId}`);
  const space = world.spaces.get(page.spaceKey);
  if (!canUse(person)) return 'User is not allowed to use Confluence';
  if (space === undefined || !canViewSpace(world, space, person)) {
    return 'User does not have permission to the space';
  }
  return isAllowedTo(world, page, person, operation)
    ? undefined
    : 'User does not have permission to the content';
}

function isAllowedTo(world: World, page: Page, person: Person, operation: Operation): boolean {
  const space = world.spaces.get(page.spaceKey);
  switch (operation) {
    case 'read':
      return canViewPage(world, page, person);
    case 'update':
      return canEditPage(world, page, person);
    case 'delete':
      return (
        space !== undefined &&
        canEditPage(world, page, person) &&
        spacePermissions(world, space, person).has('delete/page')
      );
  }
}

const pairOf = { read: 'read/space', update: 'create/page', delete: 'delete/page' } as const;

function denialOfGroup(
  world: World,
  page: Page,
  id: string,
  operation: Operation,
): string | undefined {
  if (!world.groups.has(id)) throw refusal('v1', 404, `No group found with id ${id}`);
  const space = world.spaces.get(page.spaceKey);
  const held = space === undefined ? [] : permissionsOf(world, space, { type: 'group', id });
  if (!held.includes('read/space')) return 'User does not have permission to the space';
  const { users, groups } = page.restrictions[operation === 'read' ? 'read' : 'update'];
  const isOpen = users.size === 0 && groups.size === 0;
  return held.includes(pairOf[operation]) && (isOpen || groups.has(id))
    ? undefined
    : 'User does not have permission to the content';
}
