import { afterEach } from 'mocha';
import { startSandbox } from '../../../src/sandbox/server';
import type { Sandbox, SeedInput } from '../../../src/sandbox/server';
import { accountIdOf, stableId } from '../../../src/sandbox/stableId';

export const lee = 'lee@acme.com';
export const mia = 'mia@acme.com';
export const ana = 'ana@partner.example';
export const ben = 'ben@agency.example';
export const both = 'both@acme.com';
export const gone = 'gone@acme.com';
export const pending = 'pending@client.example';
export const fresh = 'fresh@client.example';
export const org = 'org-1';
export const cloudId = '11111111-2222-4333-8444-555555555555';
export const resource = `ari:cloud:confluence::site/${cloudId}`;

/** A small site: Lee administers DOCS and LAB, Mia is staff without rights there, Ana is a guest of DOCS. */
export function seed(changes: Partial<SeedInput> = {}): SeedInput {
  return {
    site: { name: 'Acme' },
    organization: { id: org, name: 'Acme' },
    people: [
      { email: lee, name: 'Lee', siteAdmin: true, emailVisible: true },
      { email: mia, name: 'Mia' },
      { email: ana, name: 'Ana', roles: ['guest'] },
      { email: ben, name: 'Ben', roles: ['guest'] },
      { email: both, name: 'Bo', roles: ['user', 'guest'] },
      { email: gone, name: 'Gil', state: 'deactivated' },
      { email: pending, name: 'Pia', roles: ['guest'], state: 'invited' },
    ],
    groups: { team: [lee, mia] },
    spaces: [
      { key: 'DOCS', name: 'Docs', id: '1', access: { [lee]: 'admin', [ana]: 'contributor' } },
      { key: 'LAB', name: 'Lab', id: '2', access: { [lee]: 'admin', 'group:team': 'viewer' } },
      { key: 'HR', name: 'People', id: '3', access: { [mia]: 'admin' } },
    ],
    pages: [
      { id: 10, title: 'Home', space: 'DOCS' },
      { id: 11, title: 'Child', space: 'DOCS', parent: '10' },
      { id: 12, title: 'Grandchild', space: 'DOCS', parent: '11' },
      { id: 20, title: 'Lab', space: 'LAB' },
      { id: 30, title: 'People', space: 'HR' },
    ],
    tokens: [lee, mia, ana, gone].map((email) => ({ email, token: `canary-secret-of-${email}` })),
    adminKeys: [{ key: 'canary-secret-key' }],
    ...changes,
  };
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed text; `undefined` when there is none. */
  readonly body: unknown;
}

/** A started site and the ways to talk to it. */
export interface Site {
  readonly sandbox: Sandbox;
  /** Sends a request as this person, with a classic token. */
  readonly as: (email: string, method: string, path: string, body?: unknown) => Promise<Reply>;
  /** Sends a request with the organization admin key. */
  readonly admin: (method: string, path: string, body?: unknown) => Promise<Reply>;
  readonly send: (
    authorization: string | undefined,
    method: string,
    path: string,
    body?: unknown,
  ) => Promise<Reply>;
}

const started: Sandbox[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((sandbox) => sandbox.close()));
});

/** Starts a site that is stopped after the test. */
export async function start(changes: Partial<SeedInput> = {}, now?: () => number): Promise<Site> {
  const sandbox = await startSandbox({ seed: seed(changes), ...(now && { now }) });
  started.push(sandbox);
  const send: Site['send'] = async (authorization, method, path, body) => {
    const response = await fetch(`${sandbox.origin}${path}`, {
      method,
      headers: authorization === undefined ? {} : { authorization },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const { status, headers } = response;
    return { status, headers, text, body: text === '' ? undefined : parsed(text) };
  };
  return {
    sandbox,
    send,
    as: (email, ...request) => send(basic(email, `canary-secret-of-${email}`), ...request),
    admin: (...request) => send('Bearer canary-secret-key', ...request),
  };
}

function parsed(text: string): unknown {
  return text.startsWith('<') ? text : JSON.parse(text);
}

export function basic(email: string, token: string): string {
  return `Basic ${Buffer.from(`${email}:${token}`).toString('base64')}`;
}

export const id = accountIdOf;

export function groupId(name: string): string {
  return stableId(`group:${name}`);
}

/** The value at a path of keys and indexes. */
export function at(value: unknown, ...keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined,
    value,
  );
}

/** One value of each row of a list. */
export function each(list: unknown, ...keys: readonly (string | number)[]): readonly unknown[] {
  return Array.isArray(list) ? list.map((row) => at(row, ...keys)) : [];
}

export function personOf({ sandbox }: Site, email: string) {
  return sandbox.state().people.find((person) => person.email === email);
}

export function accessOf({ sandbox }: Site, key: string, name: string) {
  return sandbox.state().spaces.find((space) => space.key === key)?.access[name];
}

export function viewersOf({ sandbox }: Site, page: string): readonly string[] | undefined {
  return sandbox.state().pages.find((one) => one.id === page)?.view;
}

export function invite({ admin }: Site, emails: readonly string[], changes: object = {}) {
  return admin('POST', `/admin/v2/orgs/${org}/users/invite`, {
    emails,
    permissionRules: [{ resource, role: 'atlassian/guest' }],
    sendNotification: true,
    notificationText: 'Welcome',
    ...changes,
  });
}

export function search({ admin }: Site, query: object) {
  return admin('POST', `/admin/v2/orgs/${org}/directories/-/users/search`, query);
}

export function revoke({ admin }: Site, email: string, role = 'atlassian/guest') {
  const path = `/admin/v1/orgs/${org}/users/${encodeURIComponent(id(email))}/roles/revoke`;
  return admin('POST', path, { role, resource });
}

/** Lee gives somebody one permission in a space. */
export function permit(site: Site, key: string, email: string, pair: string, type = 'user') {
  const [operation, target] = pair.split('/');
  return site.as(lee, 'POST', `/wiki/rest/api/space/${key}/permission`, {
    subject: { type, identifier: type === 'user' ? id(email) : groupId(email) },
    operation: { key: operation, target },
  });
}

/** Lee gives somebody a role in the space of this id. */
export function assign(site: Site, spaceId: string, email: string, role: string | undefined) {
  return site.as(lee, 'POST', `/wiki/api/v2/spaces/${spaceId}/role-assignments`, [
    {
      principal: { principalType: 'USER', principalId: id(email) },
      ...(role === undefined ? {} : { roleId: stableId(`role:${role}`) }),
    },
  ]);
}

/** Adds to or takes from one page's view restriction, as Lee unless said otherwise. */
export function entry(site: Site, method: string, page: string, email: string, caller = lee) {
  const path = `/wiki/rest/api/content/${page}/restriction/byOperation/read/user`;
  return site.as(caller, method, `${path}?accountId=${id(email)}`);
}
