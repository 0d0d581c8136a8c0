import * as fc from 'fast-check';
import { accountIdOf } from '../../src/sandbox/stableId';
import { mia, old, outsiders } from './cast';

/** A file's parts; JSON is YAML, so that this is also how it is written. */
export interface FileContent {
  readonly limits: { readonly spacesPerGuest: number; readonly removals: string | number };
  readonly spaces: Readonly<Record<string, { readonly manage: 'strict' | 'additive' }>>;
  readonly teams?: Readonly<Record<string, readonly string[]>>;
  readonly guests?: readonly GuestLine[];
  readonly pages?: readonly PageLine[];
}

export interface GuestLine {
  readonly email: string;
  readonly space: string;
  readonly role: 'viewer' | 'contributor';
  readonly access?: 'revoked';
  readonly expires?: string;
  readonly account?: string;
}

export interface PageLine {
  readonly page: string;
  readonly view?: readonly string[];
  readonly edit?: readonly string[];
  readonly tree?: boolean;
  readonly ancestors?: 'grant';
}

const manage = fc.constantFrom('strict', 'additive');

const guest = fc.record({
  listed: fc.constantFrom(true, true, true, false),
  space: fc.constantFrom('DOCS', 'DOCS', 'LAB'),
  both: fc.boolean(),
  role: fc.constantFrom('contributor', 'viewer'),
  end: fc.constantFrom<object>(
    {},
    {},
    {},
    { access: 'revoked' },
    { expires: '2026-05-31' },
    { expires: '2026-06-01' },
  ),
  knowsAccount: fc.boolean(),
  upperCase: fc.boolean(),
});

const list = fc.option(
  fc.uniqueArray(
    fc.constantFrom(
      'group:docs-team',
      'group:eng-team',
      'group:nobody',
      `user:${mia}`,
      `user:${old}`,
      `user:${accountIdOf(mia)}`,
      'team:crew',
      ...outsiders,
    ),
    { maxLength: 4 },
  ),
  { nil: undefined, freq: 3 },
);

const drawn = fc.record({
  removals: fc.constantFrom('100%', '25%', 1, 0),
  spacesPerGuest: fc.constantFrom(1, 1, 1, 2),
  spaces: fc.record({ DOCS: manage, LAB: fc.constantFrom('strict', 'additive', undefined) }),
  hasGuests: fc.constantFrom(true, true, true, true, false),
  guests: fc.tuple(guest, guest, guest, guest),
  team: fc.subarray([...outsiders], { minLength: 1 }),
  hasPages: fc.constantFrom(true, true, true, false),
  pages: fc.uniqueArray(
    fc.record({
      page: fc.constantFrom('1', '10', '11', '20', '30', '99'),
      view: list,
      edit: list,
      tree: fc.constantFrom(false, false, true),
      ancestors: fc.constantFrom(undefined, undefined, 'grant' as const),
    }),
    { maxLength: 3, selector: ({ page }) => page },
  ),
});

type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

/** Any file without a problem that would keep it from being synced. */
export const files: fc.Arbitrary<FileContent> = drawn.map(toFile);

function toFile({ removals, spacesPerGuest, hasPages, ...rest }: Drawn): FileContent {
  const { DOCS, LAB } = rest.spaces;
  const spaces = { DOCS: { manage: DOCS }, ...(LAB && { LAB: { manage: LAB } }) };
  const guests = rest.hasGuests
    ? rest.guests.flatMap((one, index) =>
        guestLines(one, outsiders[index] ?? '', spacesPerGuest, LAB),
      )
    : undefined;
  const isListed = (email: string): boolean =>
    guests?.some((one) => one.email.toLowerCase() === email) ?? false;
  const crew = rest.team.filter(isListed);
  const canEdit = (email: string): boolean =>
    guests?.every((one) => one.email.toLowerCase() !== email || one.role !== 'viewer') ?? false;
  const known = (name: string): boolean =>
    name === 'team:crew' ? crew.length > 0 : !isOutsider(name) || isListed(name);
  const editors = (name: string): boolean =>
    name === 'team:crew' ? crew.every(canEdit) : !isOutsider(name) || canEdit(name);
  return {
    limits: { spacesPerGuest, removals },
    spaces,
    ...(crew.length > 0 && { teams: { crew } }),
    ...(guests && { guests }),
    ...(hasPages && {
      pages: rest.pages.map(({ page, view, edit, tree, ancestors }) => ({
        page,
        ...(tree && { tree }),
        ...(ancestors && { ancestors }),
        ...(view && { view: view.filter(known) }),
        ...(edit && { edit: edit.filter(known).filter(editors) }),
      })),
    }),
  };
}

function guestLines(
  { listed, space, both, role, end, knowsAccount, upperCase }: Drawn['guests'][number],
  email: string,
  spacesPerGuest: number,
  lab: string | undefined,
): readonly GuestLine[] {
  if (!listed) return [];
  const line: GuestLine = {
    email: upperCase ? email.toUpperCase() : email,
    space: lab === undefined ? 'DOCS' : space,
    role,
    ...end,
    ...(knowsAccount && { account: accountIdOf(email) }),
  };
  const isSecond = both && spacesPerGuest > 1 && lab !== undefined;
  return isSecond ? [line, { ...line, space: line.space === 'DOCS' ? 'LAB' : 'DOCS' }] : [line];
}

function isOutsider(name: string): boolean {
  return (outsiders as readonly string[]).includes(name);
}
