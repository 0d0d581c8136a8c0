/** Why a command cannot go on, in words for a person, with the way out. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    message: string,
    readonly action?: Action,
  ) {
    super(message);
  }
}

/** Whether somebody is told what to do first, also when that comes from another bundle with a class of its own. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && error.name === 'Refusal';
}

/** A button of a message. */
export interface Action {
  readonly title: string;
  readonly command: string;
  readonly arguments?: readonly unknown[];
}
