import assert from 'node:assert/strict';
import { handoffOf } from '../../../src/access/handoff';
import { handoffText } from '../../../src/access/handoffText';
import type { Reading } from '../../../src/access/reading';
import type { FailureCode } from '../../../src/sync/error';
import type { Outcome } from '../../../src/sync/outcome';
import { sentence } from '../../../src/document/sentence';
import { file, read, today, type Site } from './readings';

const dana = `{ email: dana@new.example, name: Dana Ruiz, space: DOCS, expires: 2027-03-31, reason: API review, owner: mia@acme.com }`;
const eve = '{ email: eve@new.example, space: LAB, role: viewer }';
const ana = '{ email: ana@partner.example, space: DOCS, access: revoked }';

function readingOf(guests: readonly string[], site: Site = {}): Reading {
  const document = file(`guests: [${guests.join(', ')}]`);
  return read({ ...document, organization: 'org-1' }, { organization: false, ...site });
}

const textOf = (reading: Reading): string =>
  handoffText(reading, 'collaborators.yaml', today) ?? '';

const anaIsGuest: Site = {
  people: { 'ana@partner.example': 'guest active' },
  spaces: { DOCS: { 'ana@partner.example': 'contributor' } },
};

describe('what somebody else has to do', () => {
  const tasks: readonly (readonly [string, Reading, readonly string[]])[] = [
    ['invite whom the site does not show', readingOf([dana, eve]), ['invite dana', 'invite eve']],
    ['take the role of a guest who is revoked', readingOf([ana], anaIsGuest), ['takeRole ana']],
    [
      'take the role of a guest whose time is over',
      readingOf([dana.replace('2027-03-31', '2026-05-31')], {
        people: { 'dana@new.example': 'guest active' },
        spaces: { DOCS: { 'dana@new.example': 'contributor' } },
      }),
      ['takeRole dana'],
    ],
    [
      'restore an account that is deactivated',
      readingOf([dana], { people: { 'dana@new.example': 'guest inactive' } }),
      ['restore dana'],
    ],
    [
      'check the seat of a user who shall be a guest',
      readingOf([dana], { people: { 'dana@new.example': 'user active' } }),
      ['takeSeat dana'],
    ],
    [
      'nothing about a guest who is as the file says',
      readingOf([ana.replace(', access: revoked', '')], anaIsGuest),
      [],
    ],
  ];
  for (const [name, reading, expected] of tasks) {
    it(name, () => {
      const { guests } = handoffOf(reading, today);
      assert.deepEqual(
        guests.map(({ kind, email }) => `${kind} ${email.split('@')[0] ?? ''}`),
        expected,
      );
    });
  }

  const refused: readonly FailureCode[] = ['notSpaceAdmin', 'notRestricting'];
  for (const code of refused) {
    it(`do in a space what failed as ${code}`, () => {
      const reading = readingOf([eve], { people: { 'eve@new.example': 'guest active' } });
      const outcomes = reading.plan.steps.map((step): Outcome => ({
        step,
        state: 'failed',
        reason: sentence('No'),
        code,
      }));
      const { spaces } = handoffOf({ ...reading, outcomes }, today);
      assert.deepEqual([...spaces.keys()], ['LAB']);
    });
  }
});

describe('the message', () => {
  it('is not there when nobody has to do anything', () => {
    assert.equal(handoffText(readingOf([]), 'collaborators.yaml', today), undefined);
  });

  it('says who, why, where, what to choose, and how to tell that it is done', () => {
    assert.deepEqual(
      textOf(readingOf([dana, eve]))
        .replace(/\d\d:\d\d/, 'HH:MM')
        .split('\n'),
      [
        'Guests of Confluence on acme.atlassian.net: what takes an admin',
        'collaborators.yaml says who from outside may use Confluence, and Lee makes the site match it. These steps take somebody else, as of 2026-06-01 HH:MM:',
        '',
        'For an organization admin: invite as guests',
        '- dana@new.example (Dana Ruiz): space DOCS as contributor, until 2027-03-31',
        '  Why: API review',
        '  Asked for by mia@acme.com',
        '- eve@new.example: space LAB as viewer',
        '1. Open https://admin.atlassian.com/o/org-1/users and choose to invite users. A site admin, who does not see that, opens https://admin.atlassian.com, then Apps, then acme.atlassian.net.',
        '2. Enter the addresses, at most ten at a time: dana@new.example, eve@new.example',
        '3. For Confluence on acme.atlassian.net choose the role Guest and nothing else: User, which is chosen at first, takes a paid seat for each.',
        '4. Give each guest the one space named above: without a space Confluence lets nobody in.',
        '',
        'How to tell that it is done',
        '- https://admin.atlassian.com/o/org-1/users shows each of them with the role that is wanted.',
        '- The next sync of collaborators.yaml sees that and does the rest.',
        '- If Confluence hides an address, the sync cannot. Please answer then with the account id, the last part of the address of the person’s page in that list.',
        '',
        'Good to know',
        '- Guests cost nothing, up to 5 for each paid user.',
        '- No domain has to be verified and no beta switched on. Invite links do not make guests.',
      ],
    );
  });

  it('leads to the account whose role is to go, and says what stays', () => {
    const text = textOf(readingOf([ana], anaIsGuest));
    assert.match(
      text,
      /^For an organization admin: take the role Guest .* other apps stay\n- ana@partner\.example: https:\/\/admin\.atlassian\.com\/o\/org-1\/users\/ana%40partner\.example$/m,
    );
    assert.doesNotMatch(text, /invite as guests|Good to know/);
  });

  it('leads to where one chooses the organization when the file does not name it', () => {
    const reading = readingOf([dana]);
    const text = textOf({ ...reading, document: { ...reading.document, organization: undefined } });
    assert.match(text, /^1\. Open https:\/\/admin\.atlassian\.com and choose/m);
  });

  it('asks an admin of the space for what was refused there', () => {
    const reading = readingOf([eve], { people: { 'eve@new.example': 'guest active' } });
    const outcomes = reading.plan.steps.map((step): Outcome => ({
      step,
      state: 'failed',
      reason: sentence('No'),
      code: 'notSpaceAdmin',
    }));
    assert.match(
      textOf({ ...reading, outcomes }),
      /^For an admin of space LAB: do this, or make Lee an admin of it\n- Give eve@new\.example the space LAB as viewer$/m,
    );
  });

  it('lets nothing in the file steer a terminal or turn the text around', () => {
    const text = textOf(readingOf([dana.replace('API review', '"\\e[31mred\\u202Eder"')]));
    assert.match(text, /Why: .*\[31mred der/);
    for (const steering of ['\u001b', '\u202e']) assert.ok(!text.includes(steering));
  });
});
