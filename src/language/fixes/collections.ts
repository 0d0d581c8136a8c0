/** The keys that hold lists. A team does so, too, but its key is its name. */
export const lists: readonly string[] = ['internalDomains', 'guests', 'pages', 'view', 'edit'];

/** Those that hold text in words of one's own. */
export const texts: readonly string[] = ['name', 'title', 'role', 'reason'];

/** Those that hold mappings. */
export const mappings: readonly string[] = ['spaces', 'teams', 'limits'];
