import { dayAfter } from '../document/date';
import { quoteKey } from '../document/edit/quote';
import type { Span } from '../document/model';

/** A new file. */
export interface Starter {
  readonly text: string;
  /** What is to be filled in first. */
  readonly fill: Span;
}

/** A file for a site that owns these spaces, removes nobody and says what belongs where; `today` is `YYYY-MM-DD`. */
export function starter(origin: string, spaces: readonly string[], today: string): Starter {
  const owned = spaces.map(
    (key) => `\n  ${quoteKey(key, { flow: false, quotes: '"' })}: { manage: additive }`,
  );
  const text = `# Who from outside may see and edit which pages of Confluence. Nothing changes on the site before
# somebody runs "Confluence: Sync Guests"; "Confluence: Preview Sync" shows what that would change.
version: 1
site: ${origin}

# The ID in the address admin.atlassian.com/o/ID. Needed only to invite and to remove guests.
# organization: 6f1c0a2e-7d5b-4c1f-9a52-0c6f3e1b8d47

# The email domains of your company: addresses there are staff and never guests.
# internalDomains: [acme.com]

# The spaces that this file decides about, and no others.
# additive: guests who are not listed below are left alone. strict: they are removed.
spaces:${owned.length > 0 ? owned.join('') : ' {}'}

# "Confluence: Add Guest…" and "Confluence: Share Page with Guest…" write the entries:
#   guests:
#     - email: ana@partner.example
#       space: ${spaces[0] ?? 'DOCS'}
#       role: viewer
#       expires: ${dayAfter(today, 90)}
#   pages:
#     - page: 123456
#       view: [ana@partner.example, group:docs-team]
guests: []
`;
  const key = owned.length > 0 ? 'guests: ' : 'spaces: ';
  const start = text.indexOf(`\n${key}`) + 1 + key.length;
  return { text, fill: { start, end: start + 2 } };
}
