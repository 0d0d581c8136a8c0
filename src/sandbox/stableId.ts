import { createHash } from 'node:crypto';

/** An id in the form of a UUID that is the same in every run, so that tests and demos can be compared. */
export function stableId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** The account id that belongs to an address, in Atlassian's newer form. */
export function accountIdOf(email: string): string {
  return `712020:${stableId(`person:${email.toLowerCase()}`)}`;
}
