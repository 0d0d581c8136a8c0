import * as fc from 'fast-check';
import type { SeedInput } from '../../src/sandbox/seed';
import { caller, groups, mia, old, outsiders, pageTree, spaceKeys } from './cast';
import { files, type FileContent } from './files';

/** A live site and a file that is to be made true on it. */
export interface World {
  readonly seed: SeedInput;
  readonly file: FileContent;
  /** Without it the organization cannot be asked, nobody invited and no Guest role taken away. */
  readonly adminKey: boolean;
}

const staff = [
  { email: caller, name: 'Lee', siteAdmin: true, emailVisible: true },
  { email: mia, name: 'Mia' },
  { email: old, name: 'Old', state: 'deactivated' },
] as const;

/** What somebody outside may be to the site today. */
type Standing = 'absent' | 'guest' | 'invited' | 'deactivated' | 'guestAndUser' | 'user' | 'former';

const standings: Readonly<Record<Exclude<Standing, 'absent'>, object>> = {
  guest: { roles: ['guest'] },
  invited: { roles: ['guest'], state: 'invited' },
  deactivated: { roles: ['guest'], state: 'deactivated' },
  guestAndUser: { roles: ['guest', 'user'] },
  user: { roles: ['user'] },
  former: { roles: [] },
};

const outsider = fc.record({
  standing: fc.constantFrom<Standing>(
    'guest',
    'absent',
    'guest',
    'absent',
    'invited',
    'former',
    'guestAndUser',
    'user',
    'deactivated',
  ),
  emailVisible: fc.boolean(),
  space: fc.constantFrom('DOCS', undefined, 'LAB', 'HR'),
  secondSpace: fc.boolean(),
  access: fc.constantFrom('contributor', 'viewer'),
});

const principals = fc.uniqueArray(
  fc.constantFrom(caller, caller, mia, old, 'group:docs-team', 'group:eng-team', ...outsiders),
  { maxLength: 4 },
);

const site = fc.record({
  mode: fc.constantFrom(
    ...(['PRE_ROLES', 'ROLES', 'PRE_ROLES', 'ROLES', 'PRE_ROLES', 'ROLES_TRANSITION'] as const),
  ),
  plan: fc.constantFrom(
    ...(['standard', 'premium', 'standard', 'premium', 'standard', 'free'] as const),
  ),
  guestsPerPaidUser: fc.constantFrom(5, 5, 2, 1),
  userLimit: fc.constantFrom(100, 100, 5),
  defaultGuestSpace: fc.constantFrom(undefined, undefined, 'DOCS', 'LAB', 'HR'),
});

const live = fc.record({
  site,
  people: fc.tuple(outsider, outsider, outsider, outsider),
  staffAccess: fc.constantFrom('contributor', 'viewer'),
  callerAccess: fc.record({
    DOCS: fc.constant('admin'),
    LAB: fc.constantFrom('admin', 'admin', 'contributor'),
    HR: fc.constantFrom('admin', undefined),
  }),
  restrictions: fc.array(fc.record({ view: principals, edit: principals }), {
    minLength: pageTree.length,
    maxLength: pageTree.length,
  }),
  unindexed: fc.subarray(['10', '20']),
});

/** Any world; the switches are given. */
export function worlds(switches: SeedInput['switches'] = {}): fc.Arbitrary<World> {
  return fc
    .record({ live, file: files, adminKey: fc.constantFrom(true, true, true, false) })
    .map(({ live: drawn, file, adminKey }) => ({
      seed: seedOf(drawn, switches, file.limits.spacesPerGuest > 1),
      file,
      adminKey,
    }));
}

type Live = typeof live extends fc.Arbitrary<infer T> ? T : never;

/** Two spaces a guest only where both the site and the file know of it, for the file states the rule. */
function seedOf(drawn: Live, switches: SeedInput['switches'], manySpaces: boolean): SeedInput {
  const people = drawn.people.map((each, index) => ({ ...each, email: outsiders[index] ?? '' }));
  const present = people.filter(({ standing }) => standing !== 'absent');
  const isThere = (name: string): boolean =>
    !people.some(({ email, standing }) => email === name && standing === 'absent');
  const many = manySpaces && switches?.guestSpaces === 'many';
  const spacesOf = ({ space, secondSpace }: (typeof people)[number]): readonly unknown[] =>
    space !== undefined && many && secondSpace ? [space, 'HR'] : [space];
  const { defaultGuestSpace, ...rest } = drawn.site;
  return {
    site: { name: 'Acme', ...rest, ...(defaultGuestSpace && { defaultGuestSpace }) },
    organization: { id: 'org-1', name: 'Acme' },
    people: [
      ...staff,
      ...present.map(({ email, standing, emailVisible }) => ({
        email,
        name: email.slice(0, 3),
        emailVisible,
        ...(standing === 'absent' ? {} : standings[standing]),
      })),
    ],
    groups,
    spaces: spaceKeys.map((key) => ({
      key,
      name: key,
      access: {
        ...(drawn.callerAccess[key] && { [caller]: drawn.callerAccess[key] }),
        'group:docs-team': drawn.staffAccess,
        ...Object.fromEntries(
          present
            .filter((each) => spacesOf(each).includes(key))
            .map(({ email, access }) => [email, access]),
        ),
      },
    })),
    pages: pageTree.map((page, index) => ({
      ...page,
      title: `Page ${page.id}`,
      view: (drawn.restrictions[index]?.view ?? []).filter(isThere),
      edit: (drawn.restrictions[index]?.edit ?? []).filter(isThere),
      unindexed: drawn.unindexed.includes(page.id),
    })),
    tokens: [{ email: caller, token: 'canary-secret-of-lee' }],
    adminKeys: [{ key: 'canary-secret-key-of-acme' }],
    switches,
  };
}
