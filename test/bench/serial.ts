import { adminKey, organization, token, type World } from './world';

/** A Confluence or organization API as a short script uses it. */
interface Api {
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown): Promise<Answer>;
}

interface Answer {
  readonly results?: readonly Row[];
  readonly data?: readonly { readonly accountId: string }[];
  readonly _links?: { readonly next?: string };
}

interface Row {
  readonly id: string;
}

/**
 * What somebody would write in an afternoon: the same reads, each after the other, pages and the
 * pages above them one by one. Addresses and accounts go in as large groups as Atlassian takes.
 * Gives the number of requests.
 */
export async function readSerially(origin: string, world: World): Promise<number> {
  let requests = 0;
  const basic = `Basic ${Buffer.from(`${token.email}:${token.token}`).toString('base64')}`;
  const send = async (path: string, authorization: string, body?: unknown): Promise<Answer> => {
    requests++;
    const response = await fetch(origin + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${response.status} ${path}`);
    return (await response.json()) as Answer;
  };
  const confluence: Api = {
    get: (path) => send(`/wiki${path}`, basic),
    post: (path, body) => send(`/wiki${path}`, basic, body),
  };
  const admin = (path: string, body: unknown): Promise<Answer> =>
    send(`/admin/v2/orgs/${organization}${path}`, `Bearer ${adminKey}`, body);

  await confluence.get('/rest/api/user/current');
  await confluence.get('/api/v2/space-role-mode');
  if (world.mode === 'roles') await confluence.get('/api/v2/space-roles?limit=250');
  for (const key of world.spaces) {
    const { results = [] } = await confluence.get(`/api/v2/spaces?keys=${key}`);
    const list = world.mode === 'roles' ? 'role-assignments' : 'permissions';
    let next: string | undefined = `/api/v2/spaces/${results[0]?.id ?? ''}/${list}?limit=250`;
    while (next !== undefined) {
      const page: Answer = await confluence.get(next);
      next = page._links?.next?.replace(/^\/wiki/, '');
    }
  }
  const seen = new Set<string>();
  for (const id of world.shared) {
    await readPage(confluence, id);
    const { results = [] } = await confluence.get(`/api/v2/pages/${id}/ancestors?limit=250`);
    for (const ancestor of results) {
      if (!seen.has(ancestor.id)) await readPage(confluence, ancestor.id);
      seen.add(ancestor.id);
    }
  }
  const accounts: string[] = [];
  for (const emails of inGroups(world.emails, 100)) {
    const { data = [] } = await admin('/directories/-/users/search', { emails, limit: 100 });
    accounts.push(...data.map(({ accountId }) => accountId));
  }
  for (const accountIds of inGroups(accounts, 250)) {
    await confluence.post('/api/v2/users-bulk', { accountIds });
  }
  return requests;
}

async function readPage(confluence: Api, id: string): Promise<void> {
  await confluence.get(`/api/v2/pages?id=${id}`);
  const expand = 'restrictions.user,restrictions.group';
  await confluence.get(`/rest/api/content/${id}/restriction?expand=${expand}`);
}

function inGroups(values: readonly string[], size: number): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size),
  );
}
