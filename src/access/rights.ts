import { sentence, type Sentence } from '../document/sentence';
import type { Live } from '../sync/live';
import { foundIn } from '../sync/look';
import type { SpaceAccess } from '../sync/model';

/** What somebody with this access may do in the space, as `key/target` pairs; `undefined` when that was not read. */
export function rightsOf(
  access: SpaceAccess | undefined,
  { roles }: Pick<Live, 'roles'>,
): readonly string[] | undefined {
  if (!access) return [];
  const { roleId, permissions } = access;
  if (roleId === undefined) return permissions.map(({ key, target }) => `${key}/${target}`);
  return foundIn(roles).find(({ id }) => id === roleId)?.permissions;
}

/** Rights as Confluence's space settings call them; one that they do not show stays the pair that it is. */
export function rightsWords(pairs: readonly string[]): readonly Sentence[] {
  return pairs.map((pair) => words.get(pair) ?? sentence('{pair}', { pair }));
}

const words: ReadonlyMap<string, Sentence> = new Map([
  ['read/space', sentence('view')],
  ['create/page', sentence('add pages')],
  ['create/blogpost', sentence('add blog posts')],
  ['create/comment', sentence('add comments')],
  ['create/attachment', sentence('add attachments')],
  ['delete/own', sentence('delete their own content')],
  ['delete/page', sentence('delete pages')],
  ['delete/blogpost', sentence('delete blog posts')],
  ['delete/comment', sentence('delete comments')],
  ['delete/attachment', sentence('delete attachments')],
  ['archive/page', sentence('archive pages')],
  ['restrict_content/space', sentence('add and delete restrictions')],
  ['export/space', sentence('export the space')],
  ['administer/space', sentence('administer the space')],
  ['delete/space', sentence('delete the space')],
]);
