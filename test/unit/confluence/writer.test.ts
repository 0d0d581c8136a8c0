import assert from 'node:assert/strict';
import type { OrganizationWriter, Writer } from '../../../src/sync/ports';
import {
  api,
  basic,
  bearer,
  inOrder,
  never,
  origin,
  resource,
  simulate,
  type Answer,
} from './site';

const confluence = {
  accept: 'application/json',
  authorization: basic,
  'x-atlassian-token': 'no-check',
};
const json = { 'content-type': 'application/json' };
const wiki = `${origin}/wiki/rest/api`;

function workspaces(): Answer {
  return { body: { data: [{ id: resource, attributes: { hostUrl: origin } }], links: {} } };
}

describe('the writer', () => {
  const rows: [
    name: string,
    act: (writer: Writer) => Promise<void>,
    method: string,
    url: string,
    body?: unknown,
  ][] = [
    [
      'adds a space permission',
      (w) => w.addSpacePermission('DOCS', '7:a', { key: 'read', target: 'space' }, never),
      'POST',
      `${wiki}/space/DOCS/permission`,
      {
        subject: { type: 'user', identifier: '7:a' },
        operation: { key: 'read', target: 'space' },
      },
    ],
    [
      'removes a space permission',
      (w) => w.removeSpacePermission('~lee/1', '42', never),
      'DELETE',
      `${wiki}/space/~lee%2F1/permission/42`,
    ],
    [
      'sets a space role',
      (w) => w.setSpaceRole('10', '7:a', 'role-1', never),
      'POST',
      `${origin}/wiki/api/v2/spaces/10/role-assignments`,
      [{ principal: { principalType: 'USER', principalId: '7:a' }, roleId: 'role-1' }],
    ],
    [
      'takes a space role away by leaving the role out',
      (w) => w.setSpaceRole('10', '7:a', undefined, never),
      'POST',
      `${origin}/wiki/api/v2/spaces/10/role-assignments`,
      [{ principal: { principalType: 'USER', principalId: '7:a' } }],
    ],
    [
      'adds users and groups to a restriction in one request',
      (w) => w.addRestrictions('1', 'view', { users: ['7:a', '7:b'], groups: ['g'] }, never),
      'POST',
      `${wiki}/content/1/restriction`,
      [
        {
          operation: 'read',
          restrictions: {
            user: [
              { type: 'known', accountId: '7:a' },
              { type: 'known', accountId: '7:b' },
            ],
            group: [{ type: 'group', id: 'g' }],
          },
        },
      ],
    ],
    [
      'leaves an empty list of groups out',
      (w) => w.addRestrictions('1', 'edit', { users: ['7:a'], groups: [] }, never),
      'POST',
      `${wiki}/content/1/restriction`,
      [{ operation: 'update', restrictions: { user: [{ type: 'known', accountId: '7:a' }] } }],
    ],
    [
      'leaves an empty list of users out',
      (w) => w.addRestrictions('1', 'edit', { users: [], groups: ['g'] }, never),
      'POST',
      `${wiki}/content/1/restriction`,
      [{ operation: 'update', restrictions: { group: [{ type: 'group', id: 'g' }] } }],
    ],
    [
      'adds one user to a restriction',
      (w) => w.addToRestriction('1', 'view', { kind: 'user', id: '7:a' }, never),
      'PUT',
      `${wiki}/content/1/restriction/byOperation/read/user?accountId=7%3Aa`,
    ],
    [
      'adds one group to a restriction',
      (w) => w.addToRestriction('1', 'edit', { kind: 'group', id: 'g 1' }, never),
      'PUT',
      `${wiki}/content/1/restriction/byOperation/update/byGroupId/g%201`,
    ],
    [
      'takes one user off a restriction',
      (w) => w.removeFromRestriction('1', 'edit', { kind: 'user', id: '7:a' }, never),
      'DELETE',
      `${wiki}/content/1/restriction/byOperation/update/user?accountId=7%3Aa`,
    ],
  ];
  for (const [name, act, method, url, body] of rows) {
    it(name, async () => {
      const site = simulate(() => ({ body: '' }));
      await act(site.connect().writer);
      const headers = body === undefined ? confluence : { ...confluence, ...json };
      assert.deepEqual(site.requests, [{ method, url, headers, body }]);
    });
  }

  it('takes a 204 without body for done', async () => {
    const site = simulate(() => ({ status: 204, body: '' }));
    await site.connect().writer.removeSpacePermission('DOCS', '42', never);
    assert.equal(site.requests.length, 1);
  });

  it('takes a web page with status 200 for a failure', async () => {
    const site = simulate(() => ({ body: '<html>', headers: { 'content-type': 'text/html' } }));
    const done = site.connect().writer.removeSpacePermission('DOCS', '42', never);
    await assert.rejects(done, { kind: 'shape' });
  });

  it('repeats a write that was turned away for coming too fast', async () => {
    const answers = [{ status: 429, headers: { 'retry-after': '3' } }, { body: '' }];
    const site = simulate(inOrder(...answers));
    await site.connect().writer.removeSpacePermission('DOCS', '42', never);
    assert.equal(site.requests.length, 2);
    assert.deepEqual(site.waits, [3_000]);
  });

  for (const status of [500, 502, 503, 504]) {
    it(`never repeats a write that got ${status}`, async () => {
      const site = simulate(() => ({ status, headers: { 'retry-after': '1' } }));
      const { writer } = site.connect();
      await assert.rejects(
        writer.addSpacePermission('D', 'a', { key: 'read', target: 'space' }, never),
      );
      assert.equal(site.requests.length, 1);
    });
  }
});

describe('the organization writer', () => {
  const headers = { accept: 'application/json', authorization: bearer, ...json };

  function organizationOf(answer: Answer): {
    writer: OrganizationWriter;
    site: ReturnType<typeof simulate>;
  } {
    const site = simulate(({ url }) => (url.endsWith('/workspaces') ? workspaces() : answer));
    const { organization } = site.connect().writer;
    assert.ok(organization);
    return { writer: organization, site };
  }

  function invited(email: string, status = 'INVITED', statusReason: string | null = null): unknown {
    const result = { resource, role: 'atlassian/guest', status, statusReason };
    return { email, id: `id-${email}`, results: [{ roleAssignmentResult: [result] }] };
  }

  it('invites as guests, with mail and text', async () => {
    const { writer, site } = organizationOf({ body: { data: [invited('ana@partner.example')] } });
    const invitations = await writer.inviteGuests(['Ana@partner.example'], true, never);
    assert.deepEqual(invitations, [
      { email: 'Ana@partner.example', accountId: 'id-ana@partner.example', error: undefined },
    ]);
    assert.deepEqual(site.requests[1], {
      method: 'POST',
      url: `${api}/admin/v2/orgs/org-1/users/invite`,
      headers,
      body: {
        emails: ['Ana@partner.example'],
        permissionRules: [{ resource, role: 'atlassian/guest' }],
        sendNotification: true,
        notificationText:
          'You are invited to read and work on documentation in Confluence as a guest. Accept this invitation to get access.',
      },
    });
  });

  it('sends no text when it sends no mail', async () => {
    const { writer, site } = organizationOf({ body: { data: [invited('a@b.c')] } });
    await writer.inviteGuests(['a@b.c'], false, never);
    assert.deepEqual(site.requests[1]?.body, {
      emails: ['a@b.c'],
      permissionRules: [{ resource, role: 'atlassian/guest' }],
      sendNotification: false,
    });
  });

  it('tells of each address in a 206 what became of it, and leaves out those it says nothing of', async () => {
    const data = [
      invited('a@b.c'),
      invited('b@b.c', 'ERROR', 'User\u001b[31m is\u202e deactivated'),
      { email: 'c@b.c', results: [] },
    ];
    const { writer } = organizationOf({ status: 206, body: { data } });
    const emails = ['a@b.c', 'b@b.c', 'c@b.c', 'd@b.c'];
    const invitations = await writer.inviteGuests(emails, true, never);
    assert.deepEqual(
      invitations.map(({ email, error }) => [email, error]),
      [
        ['a@b.c', undefined],
        [
          'b@b.c',
          'Atlassian did not invite this address (it says “User is deactivated”): look for the person in admin.atlassian.com.',
        ],
      ],
    );
  });

  it('never repeats an invitation, not even one that was turned away for coming too fast', async () => {
    const { writer, site } = organizationOf({ status: 429, headers: { 'retry-after': '1' } });
    await assert.rejects(writer.inviteGuests(['a@b.c'], true, never), { kind: 'rateLimited' });
    assert.equal(site.calls().filter((call) => call.endsWith('/invite')).length, 1);
  });

  it('refuses more than 25 addresses', async () => {
    const { writer, site } = organizationOf({});
    const emails = Array.from({ length: 26 }, (_, index) => `p${index}@b.c`);
    await assert.rejects(writer.inviteGuests(emails, true, never), RangeError);
    assert.ok(!site.calls().some((call) => call.endsWith('/invite')));
  });

  it('revokes the Guest role of this Confluence alone', async () => {
    const { writer, site } = organizationOf({ status: 204, body: '' });
    await writer.revokeGuestRole('712020:a', never);
    assert.deepEqual(site.requests[1], {
      method: 'POST',
      url: `${api}/admin/v1/orgs/org-1/users/712020%3Aa/roles/revoke`,
      headers,
      body: { role: 'atlassian/guest', resource },
    });
  });

  it('asks once what the organization calls this Confluence', async () => {
    const { writer, site } = organizationOf({ status: 204, body: '' });
    await writer.revokeGuestRole('a', never);
    await writer.revokeGuestRole('b', never);
    assert.equal(site.calls().filter((call) => call.endsWith('/workspaces')).length, 1);
  });

  it('is absent without an admin key or without the id of the organization', () => {
    const site = simulate(() => ({}));
    for (const missing of [{ adminKey: '' }, { organization: '' }]) {
      const { writer, reader, organization } = site.connect(missing);
      assert.equal(writer.organization, undefined);
      assert.equal(reader.organization, undefined);
      assert.equal(organization, undefined);
    }
  });
});
