/** How long what a site said counts as known, in milliseconds. */
const freshFor = 60 * 60 * 1000;

/** When something that was read at this moment (ISO 8601) no longer counts, in milliseconds since 1970. */
export function staleAt(readAt: string): number {
  return Date.parse(readAt) + freshFor;
}
