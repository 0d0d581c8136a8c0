import { stableId } from './stableId';

/** What goes back over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; absent: no body. */
  readonly body?: unknown;
}

/** A request that the site turns down, thrown by whatever noticed, before anything has changed. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(readonly answer: Answer) {
    super(`${answer.status} ${JSON.stringify(answer.body)}`);
  }
}

/**
 * The form of an error, which differs between the families of Atlassian's APIs. `gateway` and
 * `proxy` are what stands before them.
 */
export type Family = 'v1' | 'v2' | 'admin' | 'adminV1' | 'adminSingle' | 'gateway' | 'proxy';

/** An error in the family's form; `code` is used where the form has one. */
export function refusal(family: Family, status: number, message: string, code?: string): Refusal {
  return new Refusal({ status, body: envelope(family, status, message, code) });
}

function envelope(family: Family, status: number, message: string, code?: string): unknown {
  switch (family) {
    case 'v1':
      return {
        statusCode: status,
        data: { authorized: status !== 403, valid: status !== 400, errors: [], successful: false },
        message,
      };
    case 'v2':
      return { errors: [{ status, code: codes[status], title: message, detail: null }] };
    case 'admin':
      return { errors: [applicationError(status, message, code)] };
    case 'adminV1':
      return isOfProxy(status)
        ? envelope('proxy', status, message)
        : { errors: [applicationError(status, message, code)] };
    case 'adminSingle':
      return isOfProxy(status)
        ? envelope('proxy', status, message)
        : applicationError(status, message, code);
    case 'gateway':
      return { timestamp: '2026-01-01T00:00:00.000Z', status, error: codes[status], message };
    case 'proxy':
      return { code: status, message };
  }
}

/** Missing credentials and too many requests are noticed before the older admin APIs are reached. */
function isOfProxy(status: number): boolean {
  return status === 401 || status === 429;
}

function applicationError(status: number, message: string, code = `ADMIN-UAM-${status}-1`) {
  return {
    id: stableId(`${code} ${message}`),
    status: String(status),
    code,
    title: codes[status] ?? 'ERROR',
    detail: message,
  };
}

const codes: Readonly<Record<number, string | undefined>> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  402: 'PAYMENT_REQUIRED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  409: 'CONFLICT',
  413: 'CONTENT_TOO_LARGE',
  429: 'TOO_MANY_REQUESTS',
  500: 'INTERNAL_SERVER_ERROR',
  501: 'NOT_IMPLEMENTED',
};
