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

/** A button of a message. */
export interface Action {
  readonly title: string;
  readonly command: string;
  readonly arguments?: readonly unknown[];
}
