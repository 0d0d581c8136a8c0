import * as z from 'zod/mini';
import { isDate } from './date';
import type { KeyName } from './keys';
import { keys } from './keys';

/** The schema of the value of a key, with what the editor shows about the key. */
function key<Schema extends z.ZodMiniType>(name: KeyName, schema: Schema): Schema {
  const { meaning, example } = keys[name];
  return schema.check(z.meta({ description: meaning, examples: [example] }));
}

function optional<Schema extends z.ZodMiniType>(
  name: KeyName,
  schema: Schema,
): z.ZodMiniOptional<Schema> {
  return z.optional(key(name, schema));
}

/** Text of which YAML may make a number, such as the space key 2024. */
const text = z.union([z.string().check(z.minLength(1)), z.number()]);

// The local part and the domain exclude what no address may hold unquoted; neither can backtrack far.
export const email = z.stringFormat(
  'email',
  /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]{1,255}$/,
);
const date = z.stringFormat('date', isDate);
export const domain = z.stringFormat('domain', /^[^\s@/:.*]+(\.[^\s@/:.*]+)+$/);
const organizationId = z.union([
  z.stringFormat('organization', /^[A-Za-z0-9-]+$/),
  z.int().check(z.minimum(0)),
]);
const accountId = z.union([
  z.stringFormat('account', /^[A-Za-z0-9:_-]+$/),
  z.int().check(z.minimum(0)),
]);
/** Letters, digits and, for personal spaces, `~` and what account ids hold. */
const spaceKeyText = z.stringFormat('spaceKey', /^[A-Za-z0-9._~:-]+$/);
const spaceKey = z.union([spaceKeyText, z.int().check(z.minimum(0))]);
const share = z.stringFormat('share', /^(100|\d{1,2}(\.\d+)?)%$/);

export const version = key('version', z.literal(1));
export const site = key('site', z.string());
export const organization = key('organization', organizationId);
export const internalDomains = key('internalDomains', z.array(domain));

export const limits = key(
  'limits',
  z.strictObject({
    guestsPerPaidUser: optional('guestsPerPaidUser', z.int().check(z.minimum(1))),
    spacesPerGuest: optional('spacesPerGuest', z.int().check(z.minimum(1))),
    removals: optional('removals', z.union([share, z.int().check(z.minimum(0))])),
  }),
);

export const ownedSpaceKey = spaceKeyText;
export const ownedSpace = z.strictObject({
  manage: optional('manage', z.enum(['strict', 'additive'])),
});

export const team = z.array(email);

export const guest = z.strictObject({
  email: key('email', email),
  name: optional('name', text),
  account: optional('account', accountId),
  space: key('space', spaceKey),
  role: optional('role', text),
  access: optional('access', z.enum(['granted', 'revoked'])),
  expires: optional('expires', date),
  reason: optional('reason', text),
  owner: optional('owner', email),
});

const principals = z.array(z.string().check(z.minLength(1)));

export const page = z.strictObject({
  page: key('page', z.union([z.string().check(z.minLength(1)), z.int().check(z.minimum(1))])),
  title: optional('title', text),
  view: optional('view', principals),
  edit: optional('edit', principals),
  ancestors: optional('ancestors', z.enum(['grant'])),
  tree: optional('tree', z.boolean()),
});

/** The whole file. It is read entry by entry, with the schemas above, so that one bad entry hides no other. */
export const file = z.strictObject({
  version,
  site,
  organization: z.optional(organization),
  internalDomains: z.optional(internalDomains),
  limits: z.optional(limits),
  spaces: optional('spaces', z.record(ownedSpaceKey, z.nullable(ownedSpace))),
  teams: optional('teams', z.record(z.string(), team)),
  guests: optional('guests', z.array(guest)),
  pages: optional('pages', z.array(page)),
});
