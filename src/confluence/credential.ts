import { ConfluenceError } from '../sync/error';

/** What a person signs in with, as `Authorization` headers. */
export interface Credential {
  /** `undefined` without an address and an API token. */
  readonly confluence: string | undefined;
  /** `undefined` without an organization admin key. */
  readonly organization: string | undefined;
  /** What no message may show, in every form that travels. */
  readonly secrets: readonly string[];
}

/**
 * An API token of a person goes as Basic authentication, an organization admin key as Bearer.
 * @throws ConfluenceError `auth` when the key has characters that no header can carry.
 */
export function toCredential(given: {
  readonly email?: string;
  readonly token?: string;
  readonly adminKey?: string;
}): Credential {
  const email = given.email?.trim() ?? '';
  const token = given.token?.trim() ?? '';
  const key = given.adminKey?.trim() ?? '';
  if (!/^[\x21-\x7e]*$/.test(key)) {
    throw new ConfluenceError(
      'auth',
      'The organization admin key has characters that no key has: copy it again and sign in again.',
    );
  }
  const basic = email && token ? Buffer.from(`${email}:${token}`).toString('base64') : '';
  return {
    confluence: basic ? `Basic ${basic}` : undefined,
    organization: key ? `Bearer ${key}` : undefined,
    secrets: [token, basic, key].filter((secret) => secret !== ''),
  };
}
