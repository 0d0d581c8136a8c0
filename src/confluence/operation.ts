import type { Operation } from '../sync/model';

/** Confluence's names of the restrictions. */
export const operationKeys = { view: 'read', edit: 'update' } as const satisfies Record<
  Operation,
  string
>;
