import type { Node } from 'yaml';
import { addressKey, domainOf } from './address';
import { keys } from './keys';
import type { Guest, Span } from './model';
import { locate, spanOf } from './node';
import * as schema from './schema';
import type { Reading } from './slot';
import { read } from './slot';

/** A guest with what only problems need: its name to others, and places. */
export interface GuestEntry {
  readonly guest: Guest;
  /** The `addressKey` of the guest. */
  readonly key: string;
  /** The domain of the address, in lower case. */
  readonly domain: string;
  readonly expiresSpan: Span;
}

export function readGuest(node: Node | undefined, reading: Reading): GuestEntry | undefined {
  const example = keys.guests.example.slice(1, -1);
  const slot = { name: 'guests', example, keySpan: undefined, node };
  const value = read(schema.guest, slot, reading);
  if (!value || !node) return undefined;
  const span = spanOf(node);
  const placeOf = (key: string): Span => {
    const found = locate(node, [key]).node;
    return found ? spanOf(found) : span;
  };
  return {
    guest: {
      email: value.email,
      name: textOf(value.name),
      account: textOf(value.account),
      space: String(value.space),
      role: textOf(value.role) ?? 'contributor',
      access: value.access ?? 'granted',
      expires: value.expires,
      reason: textOf(value.reason),
      owner: value.owner,
      span,
      emailSpan: placeOf('email'),
      spaceSpan: placeOf('space'),
      ownerSpan: value.owner === undefined ? undefined : placeOf('owner'),
    },
    key: addressKey(value.email),
    domain: domainOf(value.email),
    expiresSpan: placeOf('expires'),
  };
}

/** Text that YAML took for a number, as it was written. */
export function textOf(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
