import { ConfluenceError } from '../sync/error';
import { clean } from './clean';

/** Codes of failures that may be gone a moment later. */
const transient = new Set([
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
]);

/** Codes of failures before anything was sent. */
const beforeSending =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT)$|CERT|SELF_SIGNED|UNABLE_TO_VERIFY/;

/** A request to which no whole answer came; `fetch` hides the reason in a chain of causes. */
export function networkFailure(
  thrown: unknown,
  base: string,
  secrets: readonly string[],
): ConfluenceError {
  const root = rootOf(thrown);
  const code = codeOf(root);
  const text = root instanceof Error ? root.message : String(root);
  const cause = Object.assign(new Error(clean(text, secrets)), { code });
  return new ConfluenceError('network', explain(code, text, new URL(base)), {
    cause,
    unsent: beforeSending.test(code),
  });
}

/** A request that was given up because it took too long. */
export function timeoutFailure(base: string, timeout: number): ConfluenceError {
  return new ConfluenceError(
    'network',
    `${new URL(base).host} did not answer within ${timeout / 1000} seconds: check your connection or proxy and try again.`,
  );
}

/** Whether asking again soon may go better. A wrong address, a certificate or a refusal will not change. */
export function isTransient(error: ConfluenceError): boolean {
  return transient.has(codeOf(error.cause));
}

function explain(code: string, text: string, { host, origin }: URL): string {
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ERR_TLS/.test(code)) {
    return `The certificate of ${host} is not trusted on this computer: ask your IT department for the company's root certificate, and install it or name it in NODE_EXTRA_CA_CERTS.`;
  }
  if (/\bproxy response \(407\)/i.test(text)) {
    return 'Your proxy asks for a user name and password: add them to the proxy settings.';
  }
  switch (code) {
    case 'ENOTFOUND':
      return `There is no ${host}: check the site's address and your connection.`;
    case 'ECONNREFUSED':
      return `Nothing answers at ${origin}: check the address, and start the sandbox if it is one.`;
    case 'ETIMEDOUT':
    case 'UND_ERR_CONNECT_TIMEOUT':
    case 'UND_ERR_HEADERS_TIMEOUT':
    case 'UND_ERR_BODY_TIMEOUT':
      return `${host} did not answer in time: check your connection or proxy and try again.`;
    default:
      return transient.has(code) || text === 'terminated'
        ? `The connection to ${host} broke off: try again.`
        : `${host} could not be reached: check your connection or proxy and try again.`;
  }
}

function rootOf(thrown: unknown): unknown {
  let root = thrown;
  for (let depth = 0; depth < 10 && root instanceof Error; depth++) {
    const inner = root instanceof AggregateError ? (root.errors[0] as unknown) : root.cause;
    if (!(inner instanceof Error)) break;
    root = inner;
  }
  return root;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}
