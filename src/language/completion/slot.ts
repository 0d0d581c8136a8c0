import type * as z from 'zod/mini';
import * as schema from '../../document/schema';

/** What a place of the file holds. */
export type Slot =
  | { readonly kind: 'keys'; readonly keys: Keys }
  /** Keys that the people of the file choose. */
  | { readonly kind: 'names' }
  /** A list of mappings with these keys. */
  | { readonly kind: 'entries'; readonly keys: Keys }
  | { readonly kind: 'list' }
  | { readonly kind: 'text' };

export type Keys = Readonly<Record<string, z.ZodMiniType>>;

const slots: Readonly<Record<string, Slot>> = {
  '': { kind: 'keys', keys: schema.file.shape },
  limits: { kind: 'keys', keys: schema.limits.shape },
  internalDomains: { kind: 'list' },
  spaces: { kind: 'names' },
  'spaces *': { kind: 'keys', keys: schema.ownedSpace.shape },
  teams: { kind: 'names' },
  'teams *': { kind: 'list' },
  guests: { kind: 'entries', keys: schema.guest.shape },
  'guests -': { kind: 'keys', keys: schema.guest.shape },
  pages: { kind: 'entries', keys: schema.page.shape },
  'pages -': { kind: 'keys', keys: schema.page.shape },
  'pages - view': { kind: 'list' },
  'pages - edit': { kind: 'list' },
};

/** The keys that lead to a place, with `*` for the name of a space or a team and `-` for an item. */
export function nameOf(path: readonly string[]): string {
  const [section] = path;
  const isNamed = section === 'spaces' || section === 'teams';
  return path
    .map((key, index) => (key === '' ? '?' : isNamed && index === 1 && key !== '-' ? '*' : key))
    .join(' ');
}

export function slotAt(name: string): Slot {
  return (Object.hasOwn(slots, name) ? slots[name] : undefined) ?? { kind: 'text' };
}
