/** To the worker: what to read, or for the next parcel of what was read; `today` is `YYYY-MM-DD`. */
export type Question = { readonly text: string; readonly today: string } | 'next';
