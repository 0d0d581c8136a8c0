import * as z from 'zod/mini';
import type { AdminKey } from './credentials';
import { refusal } from './errors';
import type { Answer, Family } from './errors';
import type { Person, World } from './state';

/** One request, understood as far as its route is known. */
export interface Call {
  readonly world: World;
  readonly method: string;
  /** Without the gateway's prefix, decoded nowhere. */
  readonly path: string;
  /** The decoded `{places}` of the route. */
  readonly place: (name: string) => string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly origin: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A call with a Confluence token: the person behind it can use Confluence. */
export interface PersonCall extends Call {
  readonly person: Person;
}

/** A call with an organization admin API key. */
export interface AdminCall extends Call, AdminKey {}

/** Granular scopes that together allow a call, or a classic one that does. */
export type Scopes = readonly (readonly string[])[];

interface Place {
  readonly method: string;
  /** Such as `/wiki/api/v2/pages/{id}/ancestors`. */
  readonly path: string;
  readonly family: Family;
}

export type Route = Place &
  (
    | { readonly access: 'open'; readonly answer: (call: Call) => Answer }
    | {
        readonly access: 'person';
        readonly scopes: Scopes;
        readonly answer: (call: PersonCall) => Answer;
      }
    | { readonly access: 'admin'; readonly answer: (call: AdminCall) => Answer }
  );

/** The body in the schema's type. @throws Refusal 400 when it is not. */
export function bodyOf<T extends z.core.$ZodType>(
  call: Call,
  schema: T,
  family: Family,
): z.output<T> {
  const result = z.safeParse(schema, call.body);
  if (result.success) return result.data;
  const where = result.error.issues.map(({ path }) => path.map(String).join('.') || 'body');
  throw refusal(family, 400, `Invalid request: ${where.join(', ')}`);
}

/** Writes down what the call has changed, and by whose credential. */
export function record(
  call: PersonCall | AdminCall,
  action: string,
  facts: Readonly<Record<string, unknown>>,
): void {
  const by = 'person' in call ? call.person.email : call.world.organization.id;
  call.world.changes.push({ at: new Date(call.now).toISOString(), by, action, facts });
}
