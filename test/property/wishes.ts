import { accountIdOf } from '../../src/sandbox/stableId';
import { mia, old, pageTree } from './cast';
import type { FileContent } from './files';
import { today } from './settle';

/** Whether the file gives this person access, to this space if one is named. */
export function isGranted(file: FileContent, email: string, space?: string): boolean {
  return linesOf(file, email).some(
    (line) => hasAccess(line) && (space === undefined || line.space === space),
  );
}

/** Whether the file lists this person and gives no access. */
export function isRevoked(file: FileContent, email: string): boolean {
  const lines = linesOf(file, email);
  return lines.length > 0 && !lines.some(hasAccess);
}

/**
 * Whom the file wants on one list of a page, as the site names them; `undefined`: it does not say.
 * A line with `tree` speaks for the editors of the pages below that have no line of their own, and
 * one with `ancestors` for the guests on the view lists above, to which it only adds.
 */
export function namesOn(
  file: FileContent,
  id: string,
  operation: 'view' | 'edit',
): { readonly exact: boolean; readonly names: readonly string[] } | undefined {
  const own = file.pages?.find(({ page }) => page === id);
  const above = (file.pages ?? []).filter(({ page, tree }) => tree && isAbove(page, id));
  const below = (file.pages ?? []).filter(
    ({ page, ancestors }) => ancestors === 'grant' && isAbove(id, page),
  );
  const edit = own?.edit ?? (own ? undefined : above.flatMap((line) => line.edit ?? []));
  const inTree = own?.tree === true || (!own && above.some((line) => line.edit));
  const view = own?.view && [...own.view, ...(own.edit ?? [])];
  const lent = [
    ...below.flatMap((line) => [...(line.view ?? []), ...(line.edit ?? [])]),
    ...(inTree ? (edit ?? []) : []),
  ];
  const people = (list: readonly string[]): readonly string[] =>
    list.flatMap((entry) => membersOf(file, entry));
  if (operation === 'edit') {
    const isSaid = own ? own.edit !== undefined : above.some((line) => line.edit);
    return isSaid ? { exact: true, names: people(edit ?? []) } : undefined;
  }
  if (!view && lent.length === 0) return undefined;
  return { exact: view !== undefined, names: people([...(view ?? []), ...lent]) };
}

function isAbove(above: string, id: string): boolean {
  const page: PlacedPage | undefined = pageTree.find((one) => one.id === id);
  return page?.parent !== undefined && (page.parent === above || isAbove(above, page.parent));
}

interface PlacedPage {
  readonly id: string;
  readonly parent?: string;
}

function membersOf(file: FileContent, entry: string): readonly string[] {
  if (entry === 'team:crew') return file.teams?.['crew'] ?? [];
  const staff = [mia, old].find(
    (one) => entry === `user:${one}` || entry === `user:${accountIdOf(one)}`,
  );
  return [staff ?? entry];
}

function linesOf({ guests }: FileContent, email: string) {
  return (guests ?? []).filter((line) => line.email.toLowerCase() === email.toLowerCase());
}

function hasAccess({ access, expires }: { access?: string; expires?: string }): boolean {
  return access === undefined && (expires === undefined || expires >= today);
}
