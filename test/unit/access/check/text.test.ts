import assert from 'node:assert/strict';
import { reportJson } from '../../../../src/access/check/json';
import { isBlocked } from '../../../../src/access/check/report';
import { reportText } from '../../../../src/access/check/text';
import { say } from '../../../../src/document/sentence';
import { acme, fileOf } from '../../../support/site';
import { body, lineIn, reportOf, withReport } from './site';

const viewer = acme({
  spaces: [{ key: 'DOCS', name: 'Docs', access: { 'lee@acme.com': 'viewer' } }],
  pages: [],
});

describe('The access report', () => {
  it('is text with a mark, a finding, how it was found, and who can change it', async () => {
    const report = await reportOf({ credentials: { adminKey: '' } });
    const text = reportText(report);
    assert.match(text, /^Access to http:\/\/127\.0\.0\.1:\d+, checked at 2026-06-01 /);
    assert.match(
      text,
      /^ {2}✗ no {2}Inviting guests: There is no organization admin key, so nobody can be invited or removed from here\.\n {4}· .*nobody was invited to try it\n {4}→ an organization admin: Create an API key without scopes .* \(https:\/\/admin\.atlassian\.com\/o\/org-1\)$/m,
    );
    assert.match(
      text,
      /^ {2}\? could not check {2}Paid seats: That takes an organization admin key\.\n {4}· Not asked$/m,
    );
    assert.match(text, /^ {2}✓ yes {2}Page 10: restrict it: The account can restrict “Open”\.$/m);
  });

  it('leaves out what the file does not have', async () => {
    const report = await reportOf({ file: '' });
    assert.doesNotMatch(reportText(report), /^Pages$|Space DOCS/m);
  });

  it('has no credential and no address of a person in it', async () => {
    const secrets = [
      'canary-secret-of-lee',
      'canary-secret-key-of-acme',
      'lee@acme.com',
      'ana@partner.example',
    ];
    for (const credentials of [
      {},
      { token: 'canary-secret-of-lee ' },
      { adminKey: 'canary-secret-key-of-acme-2' },
    ]) {
      const report = await reportOf({ credentials });
      const all = reportText(report) + JSON.stringify(reportJson(report, { name: 'x', text: '' }));
      for (const secret of secrets) assert.ok(!all.includes(secret), secret);
    }
  });

  it('shows names of the site without what could steer a terminal', async () => {
    const title = '\u001b[31mRed\u202e [link](command:x)\nsecond';
    const pages = [{ id: 10, title, space: 'DOCS' }];
    const report = await reportOf({ seed: { pages } });
    assert.equal(
      say(lineIn(report, 'restrictPage:10').sentence),
      'The account can restrict “Red [link](command:x) second”.',
    );
  });

  it('answers the folk questions outright', async () => {
    const { questions } = await reportOf({});
    const answers = Object.fromEntries(questions.map(({ id, answer }) => [id, say(answer)]));
    assert.match(answers['domain'] ?? '', /^No\. Guests need no verified domain/);
    assert.match(answers['beta'] ?? '', /^No\. .*nothing to switch on\.$/);
    assert.match(answers['links'] ?? '', /^No\. .*becomes a user with a paid seat/);
    assert.match(answers['cost'] ?? '', /^Nothing, up to 5 guests for each paid seat/);
    assert.match(answers['onePage'] ?? '', /^No\. A guest gets one space/);
    assert.match(answers['directory'] ?? '', /^Organization admins see it\. Your key is of one/);
  });

  it('answers them by what was found', async () => {
    const { questions } = await reportOf({
      seed: { site: { name: 'Acme', plan: 'free' } },
      credentials: { adminKey: '' },
      file: (origin) => fileOf(origin, body, '{ guestsPerPaidUser: 3 }'),
    });
    const answers = Object.fromEntries(questions.map(({ id, answer }) => [id, say(answer)]));
    assert.match(answers['beta'] ?? '', /not with this plan\.$/);
    assert.match(answers['cost'] ?? '', /up to 3 guests/);
    assert.match(
      answers['directory'] ?? '',
      /^Only organization admins see it\. Site admins open Apps/,
    );
  });

  it('points to the place in the file that a line is about', async () => {
    const report = await reportOf({
      file: (origin) => `version: 1\nsite: ${origin}\nspaces: { DOCS: }\n`,
    });
    const { span } = lineIn(report, 'readSpace:DOCS');
    const text = `version: 1\nsite: ${report.origin}\nspaces: { DOCS: }\n`;
    assert.equal(text.slice(span?.start, span?.end), 'DOCS');
  });

  it('is data for programs, with places in the file', async () => {
    const report = await reportOf({ seed: viewer });
    const text = fileOf(report.origin, body);
    const { lines } = reportJson(report, { name: 'collaborators.yaml', text }) as {
      lines: readonly { id: string; fixer?: unknown; line?: number }[];
    };
    const right = lines.find(({ id }) => id === 'assignGuests:DOCS');
    assert.deepEqual(right, {
      id: 'assignGuests:DOCS',
      topic: 'assignGuests',
      answer: 'no',
      title: 'Space DOCS: give it to guests',
      message: 'The account does not administer space DOCS.',
      how: 'Asked Confluence what the account may do in the space',
      fixer: {
        who: 'spaceAdmin',
        remedy: 'Make the account an admin of the space, or do it',
        link: `${report.origin}/wiki/spaces/DOCS`,
      },
      line: 5,
      column: 11,
    });
  });

  it('is blocked by what is not possible, and not by what could not be checked', async () => {
    assert.equal(isBlocked(await reportOf({})), false);
    assert.equal(isBlocked(await reportOf({ seed: { switches: { roleMode: '404' } } })), false);
    assert.equal(isBlocked(await reportOf({ seed: viewer })), true);
    assert.equal(isBlocked(await reportOf({ credentials: { adminKey: '' } })), true);
  });

  it('takes few questions and changes nothing', async () => {
    await withReport({}, (_report, _connected, sandbox) => {
      const asked = sandbox.requests().map(({ method, path }) => `${method} ${path}`);
      assert.deepEqual(asked.sort(), [
        'GET /admin/v1/orgs',
        'GET /admin/v1/orgs/org-1',
        'GET /admin/v2/orgs/org-1/directories/-/users/count',
        'GET /admin/v2/orgs/org-1/directories/-/users/count',
        'GET /wiki/api/v2/space-role-mode',
        'GET /wiki/api/v2/spaces',
        'GET /wiki/api/v2/spaces/98305/operations',
        'GET /wiki/rest/api/content/search',
        'GET /wiki/rest/api/settings/systemInfo',
        'GET /wiki/rest/api/user/current',
        'POST /admin/v2/orgs/org-1/workspaces',
      ]);
      const { changes, mail } = sandbox.state();
      assert.deepEqual([changes, mail], [[], []]);
      return Promise.resolve();
    });
  });

  it('asks nothing more of a token or a key that is not accepted', async () => {
    const credentials = { token: 'wrong-canary-secret', adminKey: 'wrong-canary-secret' };
    await withReport({ credentials }, (_report, _connected, sandbox) => {
      const asked = sandbox.requests().map(({ method, path }) => `${method} ${path}`);
      assert.deepEqual(asked.sort(), [
        'GET /admin/v1/orgs',
        'GET /admin/v1/orgs/org-1',
        'GET /wiki/rest/api/user/current',
      ]);
      return Promise.resolve();
    });
  });
});
