import assert from 'node:assert/strict';
import { ConfluenceError, type ErrorKind } from '../../../src/sync/error';
import { errors, never, simulate, v1, type Answer } from './site';

const token =
  'Confluence does not accept the e-mail address and API token, which may have expired: create a new token at id.atlassian.com and sign in again.';
const key =
  'Atlassian does not accept the organization admin key, which may have expired: create a new one at admin.atlassian.com and sign in again.';
const oneSpace =
  'You need to take away the other space first, or the User role if the person has one: Confluence gives a guest only one space at a time.';
const plan =
  'This needs a paid plan: guests come with Confluence Standard, Premium and Enterprise.';
const webPage = (base: string): string =>
  `${base} answered with a web page instead of data: check the site's address, and whether a proxy or a login page is in between.`;

const html = { 'content-type': 'text/html; charset=utf-8' };

type Row = [name: string, answer: Answer, kind: ErrorKind, sentence: string];

function check(act: (answer: Answer) => Promise<unknown>, rows: readonly Row[]): void {
  for (const [name, answer, kind, sentence] of rows) {
    it(`${name}: ${kind}`, async () => {
      const error: unknown = await act(answer).catch((thrown: unknown) => thrown);
      assert.ok(error instanceof ConfluenceError);
      assert.equal(error.message, sentence);
      assert.equal(error.kind, kind);
      assert.equal(error.details.status, answer.status);
    });
  }
}

describe('a failed Confluence call', () => {
  check(
    (answer) =>
      simulate(() => answer)
        .connect()
        .writer.addSpacePermission('DOCS', 'a', { key: 'read', target: 'space' }, never),
    [
      ['wrong token', v1(401, 'Unauthorized'), 'auth', token],
      [
        'wrong token, told by a web page',
        { status: 401, body: '<html>', headers: html },
        'auth',
        token,
      ],
      [
        'missing scope',
        { status: 401, body: { code: 401, message: 'Unauthorized; scope does not match' } },
        'scope',
        'The API token lacks the scope write:space.permission:confluence: create a token that has it and sign in again.',
      ],
      ['Free plan', { status: 402, body: '' }, 'quota', plan],
      [
        'no right',
        errors(403, 'FORBIDDEN', 'Forbidden', 'Ask an admin'),
        'forbidden',
        'Your account may not do this with space DOCS (Confluence says “Ask an admin”): ask an admin of the space or the site.',
      ],
      [
        'gateway without right',
        {
          status: 403,
          body: { timestamp: '2026', path: '/x', status: 403, error: 'Forbidden', message: '' },
        },
        'forbidden',
        'Your account may not do this with space DOCS: ask an admin of the space or the site.',
      ],
      [
        'account without Confluence',
        {
          status: 403,
          body: { message: 'Current user not permitted to use Confluence', statusCode: 403 },
        },
        'forbidden',
        'Your account may not use Confluence on this site: ask a site admin for access, or sign in with another account.',
      ],
      [
        'no space admin',
        v1(403, "User isn't authorized to modify permissions."),
        'forbidden',
        'You may not change who uses this space: sign in with an API token of a space admin.',
      ],
      [
        'restrictions out of reach',
        v1(
          403,
          'com.x.PermissionException: Not enough permissions to alter ContentRestrictions for 1',
        ),
        'forbidden',
        'You may not change the restrictions of this page: ask somebody who can edit it, or a space admin.',
      ],
      [
        'not there',
        errors(404, 'NOT_FOUND', 'Not Found', null),
        'notFound',
        'Confluence finds no space DOCS that you may see: check the file, or ask an admin for access.',
      ],
      [
        'no such address',
        { status: 404, body: { code: 404, message: 'no route' } },
        'shape',
        "Atlassian knows no such address (/wiki/rest/api/space/DOCS/permission): check the site's address, and update Confluence Guests.",
      ],
      [
        'no such site',
        { status: 404, body: '<!DOCTYPE html>', headers: { 'content-type': 'text/plain' } },
        'shape',
        webPage('https://acme.atlassian.net'),
      ],
      [
        'blocked by a proxy',
        { status: 403, body: 'No', headers: html },
        'shape',
        webPage('https://acme.atlassian.net'),
      ],
      [
        'second space as 400',
        v1(
          400,
          'Bad',
          'Guests can only have access to one space at a time. Ana already has access to another space',
        ),
        'conflict',
        oneSpace,
      ],
      [
        'second space as 403',
        v1(403, 'Guests can only have access to one space at a time.'),
        'conflict',
        oneSpace,
      ],
      [
        'second space as 409',
        errors(409, 'X', 'Conflict', 'Guests can only have access to one space at a time.'),
        'conflict',
        oneSpace,
      ],
      [
        'user and guest at once',
        v1(400, "Some users couldn't be added. Try searching for them, or refresh the page."),
        'conflict',
        'You need to take away the User role in admin.atlassian.com first: the person is a user and a guest at once.',
      ],
      [
        'roles only',
        v1(
          400,
          'InvalidRbacOperationException: Space permission updates that are not from RBAC are not supported in roles-only mode',
        ),
        'conflict',
        'This site uses space roles and takes no single permissions: read it again and plan again.',
      ],
      [
        'granted before',
        v1(400, 'Permission already exists'),
        'conflict',
        'The permission is there already: read the site again and plan again.',
      ],
      [
        'other conflict',
        v1(409, 'Stale'),
        'conflict',
        'The site is in a state that does not allow this for space DOCS (Confluence says “Stale”): read it again and plan again.',
      ],
      [
        'refused value, in unclean words',
        v1(400, '\u001b[31mOperation\u0000 not\n\tsupported\u202e for target\u001b]0;x\u0007 page'),
        'invalid',
        'Confluence did not accept the request about space DOCS (Confluence says “Operation not supported for target page”): check what the file says there.',
      ],
      [
        'refused without words',
        { status: 418, body: '' },
        'invalid',
        'Confluence did not accept the request about space DOCS: check what the file says there.',
      ],
      [
        'too many requests',
        {
          status: 429,
          body: { code: 429, message: 'Rate limited' },
          headers: { 'retry-after': '42' },
        },
        'rateLimited',
        'Confluence received too many requests: try again in 42 seconds.',
      ],
      [
        'too many requests, without a time',
        { status: 429, body: '' },
        'rateLimited',
        'Confluence received too many requests: try again in a few minutes.',
      ],
      [
        'failure inside',
        v1(500, 'Guests can only have access to one space at a time'),
        'server',
        'Confluence failed with status 500: try again in a few minutes.',
      ],
      [
        'failure told by a web page',
        { status: 503, body: '<html>', headers: html },
        'server',
        'Confluence failed with status 503: try again in a few minutes.',
      ],
      [
        'sent to the login page',
        { status: 302, headers: { location: 'https://id.atlassian.com/login?continue=x' } },
        'auth',
        token,
      ],
      [
        "sent to the site's login page",
        { status: 302, headers: { location: '/login?dest-url=%2Fwiki' } },
        'auth',
        token,
      ],
      [
        'sent elsewhere',
        { status: 307, headers: { location: 'https://evil.example/' } },
        'shape',
        "https://acme.atlassian.net redirects to another address, which gets no credential: check the site's address.",
      ],
    ],
  );
});

describe('a failed organization call', () => {
  check(
    (answer) => {
      const site = simulate(({ url }) =>
        url.endsWith('/workspaces')
          ? {
              body: {
                data: [{ id: 'ari', attributes: { hostUrl: 'https://acme.atlassian.net' } }],
              },
            }
          : answer,
      );
      return (
        site.connect().writer.organization?.inviteGuests(['a@b.c'], true, never) ?? assert.fail()
      );
    },
    [
      ['wrong key', errors(401, 'ADMIN-UAM-401-1', 'Unauthorized', null), 'auth', key],
      [
        'key with scopes',
        { status: 403, body: { code: 403, message: 'manage:org required' } },
        'scope',
        'The organization admin key lacks the scope write:user:admin: create a key without scopes at admin.atlassian.com and sign in again.',
      ],
      ['no paid plan', errors(402, 'ADMIN-UAM-402-1', 'Payment required', null), 'quota', plan],
      [
        'other organization',
        errors(403, 'ADMIN-UAM-403-2', 'Cannot manage org', null),
        'forbidden',
        "The organization admin key may not do this (Atlassian says “Cannot manage org”): check the organization's id, or ask an organization admin for a key.",
      ],
      [
        'no such organization, as a single error',
        {
          status: 404,
          body: { id: '1', status: '404', code: 'ADMIN-404-2', title: 'Not found', detail: 'x' },
        },
        'notFound',
        'Atlassian finds no organization org-1 that you may see: check the file, or ask an admin for access.',
      ],
      [
        'full site',
        errors(409, 'ADMIN-UAM-409-3', 'Limit', 'exceeded'),
        'quota',
        'There is no free place for another guest on this site: remove guests, or ask a site admin for more places.',
      ],
    ],
  );

  it('other than an invitation: 409 is a conflict unless it is the licence limit', async () => {
    const kinds = ['ADMIN-UAM-409-2', 'ADMIN-UAM-409-3'].map(async (code) => {
      const site = simulate(({ url }) =>
        url.endsWith('/revoke')
          ? errors(409, code, 'Conflict', null)
          : { body: { data: [], cloudId: 'c' } },
      );
      const done = site.connect().writer.organization?.revokeGuestRole('a', never);
      return (await done?.catch((error: unknown) => error)) as ConfluenceError;
    });
    assert.deepEqual(
      (await Promise.all(kinds)).map(({ kind }) => kind),
      ['conflict', 'quota'],
    );
  });
});
