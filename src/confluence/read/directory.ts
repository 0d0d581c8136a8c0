import * as z from 'zod/mini';
import type { Person } from '../../sync/model';
import { ask } from '../ask';
import type { Channel } from '../channel';
import { chunksOf } from '../chunks';
import { clean } from '../clean';
import { collect } from '../paging';

const row = z.object({
  accountId: z.string(),
  accountStatus: z.nullish(z.string()),
  status: z.nullish(z.string()),
  email: z.nullish(z.string()),
  name: z.nullish(z.string()),
  nickname: z.nullish(z.string()),
  productAccess: z.nullish(z.array(z.object({ id: z.nullish(z.string()) }))),
});

type Row = z.infer<typeof row>;

const answer = z.object({
  data: z.array(row),
  links: z.nullish(z.object({ next: z.nullish(z.string()) })),
});

/**
 * The accounts behind these addresses by the organization's directories, 100 in a request. The
 * directory knows who has this Confluence but not as what, so `kind` is `none` or `unknown`; its
 * `inactive` is certain, its `active` says nothing about an accepted invitation.
 * @param resource this Confluence's id in the organization
 */
export async function readDirectory(
  channel: Channel,
  organization: string,
  resource: string,
  emails: readonly string[],
  signal: AbortSignal,
): Promise<readonly Person[]> {
  const wanted = emails.map((email) => email.toLowerCase());
  const rows = await Promise.all(
    chunksOf(wanted, 100).map(async (some) => {
      const query = { emails: some, expand: ['productAccess'] };
      const found = await searchDirectory(channel, organization, query, signal);
      return found.filter(({ email }) => some.includes(email?.toLowerCase() ?? ''));
    }),
  );
  return rows.flat().map((row) => toPerson(row, resource));
}

/**
 * Everybody with the Guest role by the organization's directories, their names fit to be shown.
 * Somebody who has another role besides is among them.
 * @param resource this Confluence's id in the organization
 */
export async function readGuests(
  channel: Channel,
  organization: string,
  resource: string,
  signal: AbortSignal,
): Promise<readonly Person[]> {
  const query = { roleIds: ['atlassian/guest'], resourceIds: [resource] };
  const rows = await searchDirectory(channel, organization, query, signal);
  return rows.map((row) => {
    const person = toPerson(row, resource);
    return { ...person, name: clean(person.name, channel.secrets), kind: 'guest' };
  });
}

function searchDirectory(
  channel: Channel,
  organization: string,
  query: Readonly<Record<string, readonly string[]>>,
  signal: AbortSignal,
): Promise<readonly Row[]> {
  return collect(async (cursor) => {
    const { data, links } = await ask(
      channel,
      {
        method: 'POST',
        path: `/v2/orgs/${encodeURIComponent(organization)}/directories/-/users/search`,
        body: {
          ...query,
          limit: 100,
          ...(cursor === undefined ? {} : { cursor }),
        },
        scope: 'read:directories:admin',
        about: `organization ${organization}`,
        answer,
      },
      signal,
    );
    // Here the link is the cursor itself.
    return { rows: data, next: links?.next };
  });
}

function toPerson(person: Row, resource: string): Person {
  return {
    accountId: person.accountId,
    email: person.email ?? undefined,
    name: person.name ?? person.nickname ?? person.accountId,
    kind: hasProduct(person, resource) === false ? 'none' : 'unknown',
    state: stateOf(person),
  };
}

/** `undefined` when the answer does not say. Ids are compared by the part that names the site, whatever form they have. */
function hasProduct({ productAccess }: Row, resource: string): boolean | undefined {
  return productAccess?.some(({ id }) => siteOf(id ?? '') === siteOf(resource));
}

function siteOf(id: string): string {
  return id.toLowerCase().split(/[/:]/).at(-1) ?? '';
}

function stateOf({ accountStatus, status }: Row): Person['state'] {
  const isGone =
    ['inactive', 'closed'].includes(accountStatus ?? '') ||
    ['suspended', 'deactivated', 'for_deletion'].includes(status ?? '');
  if (isGone) return 'inactive';
  return status === 'active' ? 'active' : 'unknown';
}
