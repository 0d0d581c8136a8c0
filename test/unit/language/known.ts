import { parse } from '../../../src/document/parse';
import { say } from '../../../src/document/sentence';
import type { Line } from '../../../src/language/hover/lines';
import type { Known } from '../../../src/language/known';
import { read, today, type Site } from '../access/readings';

/** The first lines of a file whose other lines a test gives. */
export const head = [
  'version: 1',
  'site: https://acme.atlassian.net',
  'spaces: { DOCS: { manage: strict }, LAB: {} }',
  '',
].join('\n');

/** What is known of a text, with a reading of the site for it or for an earlier text. */
export function knownOf(text: string, site?: Site, readFor = text): Known {
  const { document } = parse(text, today);
  const before = readFor === text ? document : parse(readFor, today).document;
  return { document, today, lists: undefined, reading: site && read(before, site) };
}

/** A line of a hover: `# heading`, `label: words`, `> example`, `read`. */
export function lineText(line: Line): string {
  switch (line.kind) {
    case 'heading':
      return `# ${say(line.words)}`;
    case 'text':
      return say(line.words);
    case 'fact':
      return `${say(line.label)}: ${line.words.map(say).join(', ')}`;
    case 'example':
      return `> ${line.text}`;
    case 'read':
      return `read ${line.at}`;
  }
}

/** Two guests, one of them by a team, and a page below a restricted one. */
export const body = `teams: { reviewers: [ana@partner.example] }
guests:
  - email: ana@partner.example
    name: Ana
    space: DOCS
    role: viewer
    expires: 2026-06-13
    reason: Launch
    owner: lee@acme.com
  - { email: cho@client.example, space: DOCS }
pages:
  - page: 7
    title: Plan
    view: [team:reviewers, group:staff]
    edit: [cho@client.example, group:staff]
`;

/** A site that is as the file wants it, but for a page above that keeps Cho from seeing the page. */
export const site: Site = {
  people: { 'ana@partner.example': 'guest active', 'cho@client.example': 'guest active' },
  spaces: { DOCS: { 'ana@partner.example': 'viewer', 'cho@client.example': 'contributor' } },
  pages: { 7: ['ana@partner.example', 'cho@client.example'], 1: [], 2: ['ana@partner.example'] },
  editors: { 7: ['cho@client.example'] },
  above: { 7: ['1', '2'] },
};
