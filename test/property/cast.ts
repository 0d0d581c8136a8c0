/** The account that syncs. */
export const caller = 'lee@acme.com';

/** Those who are guests, or may become some. */
export const outsiders = [
  'ana@partner.example',
  'ben@agency.example',
  'cho@client.example',
  'dan@new.example',
] as const;

/** The other staff: one active, one deactivated. */
export const mia = 'mia@acme.com';
export const old = 'old@acme.com';

export const groups = { 'docs-team': [caller, mia], 'eng-team': [mia] };

/** DOCS and LAB may be owned by the file; HR never is. */
export const spaceKeys = ['DOCS', 'LAB', 'HR'] as const;

/** Trees three deep in DOCS and two deep in the others, with the first page of each as its home. */
export const pageTree = [
  { id: '1', space: 'DOCS' },
  { id: '10', space: 'DOCS', parent: '1' },
  { id: '11', space: 'DOCS', parent: '10' },
  { id: '2', space: 'LAB' },
  { id: '20', space: 'LAB', parent: '2' },
  { id: '3', space: 'HR' },
  { id: '30', space: 'HR', parent: '3' },
] as const;
