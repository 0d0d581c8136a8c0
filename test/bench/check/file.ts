import type { Size } from '../world';

const perSpace = 250;
const perTeam = 10;

/** The day of the check; nothing in the file is about to expire on it. */
export const today = '2027-01-01';

/** A file without a problem, laid out as people do: an entry in several lines, now and then a comment. */
export function writeFile({ guests, pages }: Size): string {
  const teams = Math.ceil(guests / perTeam);
  return [
    'version: 1',
    'site: https://acme.atlassian.net',
    'internalDomains: [acme.com]',
    'spaces:',
    ...times(Math.ceil(guests / perSpace), (n) => `  SPACE${n}: { manage: strict }`),
    'teams:',
    ...times(teams, (n) => {
      const members = times(perTeam, (member) => emailOf(n * perTeam + member));
      return `  team-${n}: [${members.join(', ')}]`;
    }),
    'guests:',
    ...times(guests, writeGuest),
    'pages:',
    ...times(pages, (n) => writePage(n, n % teams)),
    '',
  ].join('\n');
}

function times<Item>(count: number, make: (index: number) => Item): readonly Item[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function emailOf(guest: number): string {
  return `guest${guest}@partner${guest % 40}.example`;
}

function writeGuest(n: number): string {
  return [
    `  - email: ${emailOf(n)}`,
    `    name: Guest Number ${n}`,
    `    space: SPACE${Math.floor(n / perSpace)}`,
    `    role: ${n % 2 === 0 ? 'contributor' : 'viewer'}`,
    `    expires: 2027-${String((n % 6) + 4).padStart(2, '0')}-28`,
    `    reason: Review of the interface${n % 10 === 0 ? ' # until the launch' : ''}`,
  ].join('\n');
}

function writePage(n: number, team: number): string {
  const editor = emailOf(team * perTeam);
  return [
    `  - page: ${100_000 + n}`,
    `    title: Page Number ${n}`,
    `    view: [team:team-${team}, group:docs-team]`,
    `    edit: [${editor}, group:docs-team]`,
  ].join('\n');
}
