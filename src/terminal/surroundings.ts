/** What a command gets from the terminal that it runs in. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly colours: boolean;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly now: () => Date;
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
}

/** 0: nothing to do or all done. 1: something failed. 2: changes are pending. */
export type ExitCode = 0 | 1 | 2;
