/** What a person can do about a failed request decides its kind. */
export type ErrorKind =
  /** The credential is missing, wrong or expired: sign in again. */
  | 'auth'
  /** The token is good but was made without a scope: make another. */
  | 'scope'
  /** The person lacks a right: ask whoever has it. */
  | 'forbidden'
  /** Not there, or not visible to this person; Atlassian does not tell which. */
  | 'notFound'
  /** The site is in a state that does not allow it, such as a guest who has another space. */
  | 'conflict'
  /** No free guest or user place, or a plan without guests. */
  | 'quota'
  /** Too many requests: wait. */
  | 'rateLimited'
  /** Atlassian failed: try later. */
  | 'server'
  /** Nothing answered. */
  | 'network'
  /** It answered something that is not what Atlassian documents: a proxy, a login page, a change of the API. */
  | 'shape'
  /** The request itself was wrong, which is a defect of this product or a value that the site refuses. */
  | 'invalid';

/** A failure that people meet often, for what helps against it; see `remedies`. */
export type FailureCode =
  /** A guest has another space, or is a paid user as well. */
  | 'secondSpace'
  | 'userAndGuest'
  /** The site accepted something and does not show it. */
  | 'notShown'
  /** A guest without a space cannot use Confluence. */
  | 'noSpaceYet'
  /** Access that was just given does not work yet. */
  | 'notReadyYet'
  /** What keeps somebody from a page: the site, the space, or a restriction. */
  | 'outsideConfluence'
  | 'outsideSpace'
  | 'outsidePage'
  /** A permission that Confluence does not have. */
  | 'noSuchPermission'
  | 'permissionExists'
  | 'rolesOnly'
  /** What keeps the person who asks. */
  | 'callerOutsideConfluence'
  | 'notSpaceAdmin'
  | 'notRestricting'
  | 'tokenRefused'
  | 'keyRefused'
  | 'tooManyRequests';

/** A failure that was foreseen. Its message is one sentence for a person and may be shown anywhere. */
export class ConfluenceError extends Error {
  override readonly name = 'ConfluenceError';

  constructor(
    readonly kind: ErrorKind,
    message: string,
    readonly details: {
      /** HTTP status, when there was an answer. */
      readonly status?: number;
      readonly code?: FailureCode;
      /** How long the server asked to wait, in milliseconds. */
      readonly retryAfter?: number;
      /** The request certainly never left this machine. */
      readonly unsent?: boolean;
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, { cause: details.cause });
  }
}

/** Whether a failure was foreseen, also when it comes from another bundle with a class of its own. */
export function isConfluenceError(error: unknown): error is ConfluenceError {
  return error instanceof Error && error.name === 'ConfluenceError';
}
