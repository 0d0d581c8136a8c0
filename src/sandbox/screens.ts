import type { PersonCall } from './call';
import type { Answer } from './errors';
import { isGuestOnly } from './state';
import { canViewPage, canViewSpace } from './visibility';

// What a person reads in the browser where customers have quoted it; the rest of a screen is left out.

/** `GET /wiki/home`. */
export function showHome({ world, person }: PersonCall): Answer {
  if (world.switches.provisioning === 'inProgress')
    return screen('Confluence access is in progress');
  const hasSpace = [...world.spaces.values()].some((space) => canViewSpace(world, space, person));
  return isGuestOnly(person.roles) && !hasSpace
    ? screen("You're almost there")
    : screen(`Welcome, ${person.name}`);
}

/** `GET /wiki/spaces/{spaceKey}/pages/{id}`. */
export function showPage({ world, person, place }: PersonCall): Answer {
  const page = world.pages.get(place('id'));
  const isShown =
    page !== undefined &&
    world.switches.provisioning === 'done' &&
    canViewPage(world, page, person);
  return isShown ? screen(page.title) : screen('Restricted page');
}

function screen(heading: string): Answer {
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!DOCTYPE html><html><body><h1>${escape(heading)}</h1></body></html>`,
  };
}

function escape(text: string): string {
  return text.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'));
}
