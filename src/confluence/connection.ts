import type { AccessReader } from '../sync/accessReader';
import type { Lister, Reader, Writer } from '../sync/ports';
import { createAccessReader } from './accessReader';
import { publicChannel, type Channel } from './channel';
import { toCredential } from './credential';
import { createGate, type Gate } from './gate';
import { createLister } from './lister';
import { createOrganization } from './organization';
import { basesOf } from './origin';
import { readOrganization } from './read/organization';
import { readCloudId } from './read/resource';
import { createReader } from './reader';
import type { Runtime } from './runtime';
import { createWriter } from './writer';

/** A site and what there is to sign in with; each credential works without the other. */
export interface Connection {
  /** Such as `https://acme.atlassian.net`. */
  readonly origin: string;
  /** Together with `token`, an API token of this person, for Confluence. */
  readonly email?: string;
  readonly token?: string;
  /** Together with `organization`, the admin key of that organization. */
  readonly adminKey?: string;
  readonly organization?: string;
  /** Given when the token has scopes, which Atlassian accepts only at its gateway; see `findCloudId`. */
  readonly cloudId?: string;
}

export interface Connected {
  readonly reader: Reader;
  readonly lister: Lister;
  readonly access: AccessReader;
  readonly writer: Writer;
  /** Absent without an admin key and the organization's id. */
  readonly organization: { verify(signal: AbortSignal): Promise<string> } | undefined;
}

/**
 * The ports to a site. Nothing is sent yet.
 * @throws ConfluenceError `invalid` for an origin that may get no credential, `auth` for a key that cannot be one.
 */
export function connect(connection: Connection, runtime: Runtime): Connected {
  const { origin, organization: id, cloudId } = connection;
  const bases = basesOf(origin, cloudId);
  const credential = toCredential(connection);
  const { secrets } = credential;
  const gateOf = gatesByHost(runtime);
  const confluence: Channel = {
    base: bases.confluence,
    service: 'confluence',
    authorization: credential.confluence,
    secrets,
    runtime,
    gate: gateOf(bases.confluence),
  };
  const admin: Channel = {
    base: bases.organization,
    service: 'organization',
    authorization: credential.organization,
    secrets,
    runtime,
    gate: gateOf(bases.organization),
  };
  const organization =
    admin.authorization && id
      ? createOrganization(id, admin, publicChannel(bases.site, runtime, gateOf(bases.site)))
      : undefined;
  return {
    reader: createReader(confluence, organization),
    lister: createLister(confluence, organization),
    access: createAccessReader(bases.site, confluence, admin),
    writer: createWriter(confluence, organization),
    organization: organization && {
      verify: async (signal) =>
        (await readOrganization(organization.channel, organization.id, signal)).name,
    },
  };
}

/** The site's cloud id, for a token with scopes. No credential is sent. */
export function findCloudId(
  origin: string,
  runtime: Runtime,
  signal: AbortSignal,
): Promise<string> {
  const { site } = basesOf(origin);
  return readCloudId(publicChannel(site, runtime, createGate(runtime)), signal);
}

/** Calls to one host share its limits, whatever they are about. */
function gatesByHost(runtime: Runtime): (base: string) => Gate {
  const gates = new Map<string, Gate>();
  return (base) => {
    const { host } = new URL(base);
    const gate = gates.get(host) ?? createGate(runtime);
    gates.set(host, gate);
    return gate;
  };
}
