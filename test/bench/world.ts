import type { SeedInput } from '../../src/sandbox/server';

export interface Size {
  readonly guests: number;
  readonly pages: number;
}

export const modes = { permissions: 'PRE_ROLES', roles: 'ROLES' } as const;

export type Mode = keyof typeof modes;

/** A site before the first sync, and the file that is to be made true there. */
export interface World {
  readonly size: Size;
  readonly mode: Mode;
  readonly spaces: readonly string[];
  /** The pages above the shared ones. */
  readonly ancestors: readonly string[];
  readonly shared: readonly string[];
  readonly emails: readonly string[];
  /** How many people are on the view list of a page without editors; see {@link isEdited}. */
  readonly teamSize: number;
  readonly seed: SeedInput;
  readonly file: (origin: string) => string;
}

export const token = { email: 'lee@acme.example', token: 'canary-secret-of-lee' };
export const adminKey = 'canary-secret-key-of-acme';
export const organization = 'org-1';

const guestsPerSpace = 250;
const guestsPerPaidUser = 5;
const pagesPerSection = 10;
const sectionsPerChapter = 2;
const chaptersPerArea = 2;
const teamSize = 10;

/** Every fourth shared page also has an `edit` list, of one contributor who is not on the page's team. */
export function isEdited(index: number): boolean {
  return index % 4 === 0;
}

/** Every second guest is a contributor, the others are viewers. */
export function isContributor(index: number): boolean {
  return index % 2 === 0;
}

/** Spaces of 250 guests, and pages at the fifth level of their trees. */
export function makeWorld(size: Size, mode: Mode): World {
  const count = Math.ceil(size.guests / guestsPerSpace);
  const spaces = numbers(count).map((index) => `SPACE${index + 1}`);
  const emails = numbers(size.guests).map((index) => `guest${index + 1}@partner.example`);
  const staff = numbers(Math.ceil(size.guests / guestsPerPaidUser)).map(
    (index) => `staff${index + 1}@acme.example`,
  );
  const trees = spaces.map((key, index) => makeTree(key, index, size.pages / count));
  const shared = trees.flatMap((tree) => tree.shared);
  const pages = trees.flatMap((tree) => tree.pages);
  const below = new Set(shared);
  return {
    size,
    mode,
    spaces,
    emails,
    shared,
    teamSize,
    ancestors: pages.map(({ id }) => id).filter((id) => !below.has(id)),
    seed: {
      site: {
        name: 'Acme',
        userLimit: 2 * (size.guests + staff.length) + 1,
        guestsPerPaidUser,
        mode: modes[mode],
      },
      organization: { id: organization, name: 'Acme' },
      people: [
        { email: token.email, name: 'Lee', siteAdmin: true },
        ...staff.map((email) => ({ email, name: email })),
      ],
      groups: Object.fromEntries(
        spaces.map((key, index) => [groupOf(key), staff.filter((_, at) => at % count === index)]),
      ),
      spaces: spaces.map((key) => ({
        key,
        name: key,
        access: { [token.email]: 'admin', [`group:${groupOf(key)}`]: 'contributor' },
      })),
      pages,
      tokens: [token],
      adminKeys: [{ key: adminKey }],
      switches: { acceptInvites: 'atOnce' },
      latencyMs: 40,
    },
    file: (origin) => writeFile(origin, { spaces, emails, trees }),
  };
}

interface Tree {
  readonly pages: { id: string; title: string; space: string; parent?: string }[];
  readonly shared: readonly string[];
}

/** Home, area, chapter, section, and the shared pages in the sections. */
function makeTree(space: string, spaceIndex: number, count: number): Tree {
  const pages: Tree['pages'] = [];
  const add = (title: string, parent?: string): string => {
    const id = String((spaceIndex + 1) * 1_000_000 + pages.length);
    pages.push({ id, title, space, ...(parent !== undefined && { parent }) });
    return id;
  };
  const shared: string[] = [];
  const home = add('Home');
  let [area, chapter, section] = [home, home, home];
  for (const index of numbers(count)) {
    const startsEvery = (many: number): boolean => index % many === 0;
    if (startsEvery(pagesPerSection * sectionsPerChapter * chaptersPerArea)) {
      area = add(`Area from page ${index}`, home);
    }
    if (startsEvery(pagesPerSection * sectionsPerChapter)) {
      chapter = add(`Chapter from page ${index}`, area);
    }
    if (startsEvery(pagesPerSection)) section = add(`Section from page ${index}`, chapter);
    shared.push(add(`Page ${index}`, section));
  }
  return { pages, shared };
}

function writeFile(
  origin: string,
  { spaces, emails, trees }: Pick<World, 'spaces' | 'emails'> & { readonly trees: readonly Tree[] },
): string {
  const guestsOf = (space: number): readonly string[] =>
    emails.slice(space * guestsPerSpace, (space + 1) * guestsPerSpace);
  const teams = spaces.flatMap((key, space) => {
    const guests = guestsOf(space);
    return numbers(guests.length / teamSize).map(
      (team) =>
        `  ${key}-${team}: [${guests.slice(team * teamSize, (team + 1) * teamSize).join(', ')}]`,
    );
  });
  const guests = emails.map((email, index) => {
    const space = spaces[Math.floor(index / guestsPerSpace)] ?? '';
    const role = isContributor(index) ? 'contributor' : 'viewer';
    return `  - { email: ${email}, space: ${space}, role: ${role} }`;
  });
  let number = 0;
  const pages = trees.flatMap(({ shared }, space) => {
    const key = spaces[space] ?? '';
    const here = guestsOf(space);
    const teamCount = here.length / teamSize;
    return shared.map((id, index) => {
      const group = `group:${groupOf(key)}`;
      const team = index % teamCount;
      const next = ((team + 1) % teamCount) * teamSize;
      const editor = here.find((_, at) => at >= next && isContributor(at)) ?? '';
      const edit = isEdited(number++) ? `, edit: [${editor}, ${group}]` : '';
      return `  - { page: ${id}, view: [team:${key}-${team}, ${group}]${edit} }`;
    });
  });
  return [
    `version: 1\nsite: ${origin}\norganization: ${organization}`,
    `spaces:\n${spaces.map((key) => `  ${key}: { manage: strict }`).join('\n')}`,
    `teams:\n${teams.join('\n')}`,
    `guests:\n${guests.join('\n')}`,
    `pages:\n${pages.join('\n')}\n`,
  ].join('\n');
}

function groupOf(space: string): string {
  return `writers-${space.toLowerCase()}`;
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}
