import type { Scopes } from './call';
import { Refusal, refusal } from './errors';
import type { Family } from './errors';
import { personByEmail } from './state';
import type { Person, World } from './state';
import { canUse } from './visibility';

/** What a request carries to say who sends it. */
export interface Sender {
  readonly authorization: string | undefined;
  /** Whether it came below `/ex/confluence/{cloudId}`, where only tokens made with scopes work. */
  readonly isGateway: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The person behind a Confluence API token. @throws Refusal 401 or 403. */
export function identifyPerson(
  world: World,
  { authorization, isGateway, now }: Sender,
  scopes: Scopes,
  family: Family,
): Person {
  const [, basic = ''] = /^Basic (.+)$/.exec(authorization ?? '') ?? [];
  const credential = Buffer.from(basic, 'base64').toString();
  const token = world.tokens.find((one) => `${one.email}:${one.token}` === credential);
  const isScoped = token?.scopes !== undefined;
  if (token === undefined || isOver(token.expires, now) || isScoped !== isGateway) {
    throw refusal(isGateway ? 'proxy' : family, 401, 'Unauthorized');
  }
  if (token.scopes !== undefined && !scopes.some((all) => covers(token.scopes, all))) {
    throw refusal('proxy', 401, 'Unauthorized; scope does not match');
  }
  const person = personByEmail(world, token.email);
  if (person === undefined || !canUse(person)) {
    throw new Refusal({
      status: 403,
      body: { message: 'Current user not permitted to use Confluence', statusCode: 403 },
    });
  }
  return person;
}

/** An organization admin API key that was accepted. */
export interface AdminKey {
  readonly scoped: boolean;
  /** Whether its organization is this one. */
  readonly isOwn: boolean;
}

/**
 * What an organization admin API key may do in an organization, or anywhere at all.
 * @throws Refusal 401, 403 or 404.
 */
export function identifyAdmin(
  world: World,
  { authorization, now }: Sender,
  orgId: string | undefined,
  family: Family,
): AdminKey {
  const [, bearer] = /^Bearer (.+)$/.exec(authorization ?? '') ?? [];
  const key = world.adminKeys.find((one) => one.key === bearer);
  if (key === undefined || isOver(key.expires, now)) throw refusal(family, 401, 'Unauthorized');
  const { keyOfOthers } = world.switches;
  const isAdmin = key.by === undefined || personByEmail(world, key.by)?.orgAdmin === true;
  if (!isAdmin && keyOfOthers === '401') throw refusal(family, 401, 'Unauthorized');
  const { id } = world.organization;
  const isOwn = isAdmin && (key.org ?? id) === id;
  if (orgId !== undefined) {
    if (orgId !== id || (!isAdmin && keyOfOthers === '404')) {
      throw refusal(family, 404, 'Organization not found', 'ADMIN-404-2');
    }
    if (!isOwn)
      throw refusal(family, 403, 'You cannot manage this organization', 'ADMIN-UAM-403-2');
  }
  return { scoped: key.scoped, isOwn };
}

function covers(held: readonly string[] | undefined, all: readonly string[]): boolean {
  return all.every((scope) => held?.includes(scope));
}

function isOver(expires: string | undefined, now: number): boolean {
  return expires !== undefined && Date.parse(expires) <= now;
}
