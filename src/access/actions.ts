import type { GuestRow } from './guestRows';

/** What can be done with a row, as its context menu asks for it. */
export type Action =
  | 'canReveal'
  | 'canOpen'
  | 'canCopy'
  | 'canShowHistory'
  | 'canResend'
  | 'canRevoke'
  | 'canShare'
  | 'canAdd';

/** @param hasSite whether it is known where to look at it */
export function guestActions(
  { email, guest, state }: GuestRow,
  hasSite: boolean,
): readonly Action[] {
  return [
    'canReveal',
    ...(hasSite ? (['canOpen'] as const) : []),
    ...(email === undefined ? [] : (['canCopy', 'canShowHistory'] as const)),
    ...(email !== undefined && state === 'waiting' ? (['canResend'] as const) : []),
    ...(guest?.access === 'granted' ? (['canRevoke', 'canShare'] as const) : []),
    ...(email !== undefined && !guest ? (['canAdd'] as const) : []),
  ];
}

export function pageActions(hasSite: boolean): readonly Action[] {
  return ['canReveal', 'canShare', ...(hasSite ? (['canOpen'] as const) : [])];
}
