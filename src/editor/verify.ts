import type { Runtime } from '../confluence/runtime';
import { isConfluenceError } from '../sync/error';
import type { Credential } from './credentials';
import { online } from './online';

export interface Verified {
  /** Whose token it is. */
  readonly name: string;
  readonly credential: Credential;
}

/**
 * Finds out whose token it is, first at the site and then, for a token with scopes, at Atlassian's
 * gateway. Throws a `ConfluenceError` when neither accepts it.
 */
export async function verifyToken(
  origin: string,
  credential: Credential,
  runtime: Runtime,
  signal: AbortSignal,
): Promise<Verified> {
  try {
    return await verifyAt(origin, credential, runtime, signal);
  } catch (error) {
    if (!isConfluenceError(error) || error.kind !== 'auth') throw error;
    const scoped = await atGateway(origin, credential, runtime, signal);
    if (!scoped) throw error;
    return scoped;
  }
}

async function verifyAt(
  origin: string,
  credential: Credential,
  runtime: Runtime,
  signal: AbortSignal,
): Promise<Verified> {
  const { email, token, cloudId } = credential;
  const scoped = cloudId === undefined ? {} : { cloudId };
  const { reader } = online().connect({ origin, email, token, ...scoped }, runtime);
  const { name } = await reader.caller(signal);
  return { name, credential };
}

/** `undefined` when the gateway does not take the token either. */
async function atGateway(
  origin: string,
  credential: Credential,
  runtime: Runtime,
  signal: AbortSignal,
): Promise<Verified | undefined> {
  try {
    const cloudId = await online().findCloudId(origin, runtime, signal);
    return await verifyAt(origin, { ...credential, cloudId }, runtime, signal);
  } catch (error) {
    if (isConfluenceError(error) && error.kind !== 'scope') return undefined;
    throw error;
  }
}

/** The organization's name, which proves the key. Throws a `ConfluenceError` when it is not accepted. */
export async function verifyAdminKey(
  origin: string,
  organization: { readonly id: string; readonly adminKey: string },
  runtime: Runtime,
  signal: AbortSignal,
): Promise<string> {
  const { adminKey, id } = organization;
  const connected = online().connect({ origin, adminKey, organization: id }, runtime);
  return (await connected.organization?.verify(signal)) ?? id;
}
