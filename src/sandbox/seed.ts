import { parse } from 'yaml';
import * as z from 'zod/mini';
import { en } from 'zod/locales';
import { switchesSchema } from './switches';

const text = z.string().check(z.minLength(1));
const role = z.enum(['user', 'guest', 'admin']);
const moment = z
  .string()
  .check(z.refine((value) => !Number.isNaN(Date.parse(value)), { error: 'Invalid date' }));

const person = z.strictObject({
  email: z.string().check(z.email()),
  name: text,
  account: z.optional(text),
  /** Roles on this Confluence; none: in the organization without access to it. */
  roles: z._default(z.array(role), ['user']),
  state: z._default(z.enum(['active', 'invited', 'deactivated']), 'active'),
  /** May act on everybody's permissions: Confluence administrator. */
  siteAdmin: z._default(z.boolean(), false),
  /** May act in the whole organization. */
  orgAdmin: z._default(z.boolean(), false),
  /** Pays for another app of the organization. */
  otherApp: z._default(z.boolean(), false),
  /** Whether the profile shows the address to others. */
  emailVisible: z._default(z.boolean(), false),
});

const space = z.strictObject({
  key: text,
  name: text,
  id: z.optional(z.string().check(z.regex(/^\d+$/))),
  /** Principals (an address, or `group:NAME`) and what each may do: a preset, a space role, or `key/target` pairs. */
  access: z._default(z.record(z.string(), z.union([text, z.array(text)])), {}),
});

const page = z.strictObject({
  id: z.coerce.string().check(z.regex(/^\d+$/)),
  title: text,
  space: text,
  parent: z.optional(z.coerce.string()),
  /** Who may view and edit (addresses and `group:NAME`); none: open. */
  view: z._default(z.array(text), []),
  edit: z._default(z.array(text), []),
  /** Not in the search index yet. */
  unindexed: z._default(z.boolean(), false),
});

const token = z.strictObject({
  email: z.string().check(z.email()),
  token: text,
  /** Absent: a classic token, which may do what its person may. */
  scopes: z.optional(z.array(text)),
  expires: z.optional(moment),
});

const adminKey = z.strictObject({
  key: text,
  /** The organization it was made in; absent: this one. */
  org: z.optional(text),
  /** Who made it; absent: an organization admin. */
  by: z.optional(text),
  scoped: z._default(z.boolean(), false),
  expires: z.optional(moment),
});

const seedSchema = z.strictObject({
  site: z.strictObject({
    name: text,
    cloudId: z._default(text, '11111111-2222-4333-8444-555555555555'),
    plan: z._default(z.enum(['free', 'standard', 'premium']), 'standard'),
    /** Paid users and guests together may not exceed it. */
    userLimit: z._default(z.number().check(z.int()), 100),
    guestsPerPaidUser: z._default(z.number().check(z.int()), 5),
    mode: z._default(z.enum(['PRE_ROLES', 'ROLES_TRANSITION', 'ROLES']), 'PRE_ROLES'),
    /** The key of the space that new guests get by themselves. */
    defaultGuestSpace: z.optional(text),
  }),
  organization: z.strictObject({ id: text, name: text }),
  people: z.array(person),
  groups: z._default(z.record(z.string(), z.array(text)), {}),
  /** Space roles besides Admin, Manager, Collaborator and Viewer. */
  roles: z._default(z.array(z.strictObject({ name: text, permissions: z.array(text) })), []),
  spaces: z._default(z.array(space), []),
  pages: z._default(z.array(page), []),
  tokens: z._default(z.array(token), []),
  adminKeys: z._default(z.array(adminKey), []),
  switches: z.prefault(switchesSchema, {}),
  latencyMs: z._default(z.number().check(z.minimum(0)), 0),
});

/** A simulated site, complete. */
export type Seed = z.infer<typeof seedSchema>;

/** A simulated site as a person writes it: what has a default may be left out. */
export type SeedInput = z.input<typeof seedSchema>;

/** @throws Error that lists every wrong value with its path. */
export function checkSeed(value: unknown): Seed {
  return checked(seedSchema, value, 'The seed');
}

/** Reads a seed from YAML or JSON. @throws Error that lists every wrong value with its path. */
export function readSeed(text: string): Seed {
  return checkSeed(parse(text));
}

/** The value in the schema's type. @throws Error that lists every wrong value with its path. */
export function checked<T extends z.core.$ZodType>(
  schema: T,
  value: unknown,
  what: string,
): z.output<T> {
  const result = z.safeParse(schema, value, { error: en().localeError });
  if (result.success) return result.data;
  const lines = result.error.issues.map(
    ({ path, message }) => `${path.map(String).join('.') || '(top)'}: ${message}`,
  );
  throw new Error(`${what} is not right:\n${lines.join('\n')}`);
}
