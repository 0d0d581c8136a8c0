/** To the worker: what to read, or for the next parcel of what was read. */
export type Question = Reading | 'next';

/** Another text of the same `file`, by whatever name, is read quickly; `today` is `YYYY-MM-DD`. */
export interface Reading {
  readonly file: string;
  readonly text: string;
  readonly today: string;
}
