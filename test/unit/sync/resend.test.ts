import assert from 'node:assert/strict';
import { acme, onSite, type TestSite } from '../../support/site';

const body = `spaces: { DOCS: {} }
guests:
  - { email: ana@partner.example, space: DOCS }
  - { email: dana@new.example, space: DOCS }
`;
const hour = 60 * 60 * 1000;

const mails = (site: TestSite): number => site.sandbox.state().mail.length;

describe('sending an invitation again', () => {
  it('mails a waiting guest once a day', () =>
    onSite({}, async (site) => {
      await site.sync(body);
      await assert.rejects(site.resend(body, 'dana@new.example', 23 * hour), /within the last day/);
      await site.resend(body, 'dana@new.example', 25 * hour);
      await assert.rejects(site.resend(body, 'DANA@new.example', 26 * hour), /within the last day/);
      assert.equal(mails(site), 2);
    }));

  it('stops at ten mails a day', () => {
    const people = Array.from({ length: 11 }, (_, index) => `guest${index}@new.example`);
    const many = `spaces: { DOCS: {} }\nguests:\n${people.map((email) => `  - { email: ${email}, space: DOCS }`).join('\n')}`;
    return onSite({}, async (site) => {
      await site.sync(many);
      for (const email of people.slice(0, 10)) await site.resend(many, email, 25 * hour);
      await assert.rejects(site.resend(many, people[10] ?? '', 26 * hour), /10 invitations/);
      assert.equal(mails(site), 21);
    });
  });

  it('refuses somebody who has accepted', () =>
    onSite({ seed: acme({ switches: { acceptInvites: 'atOnce' } }) }, async (site) => {
      await site.sync(body);
      await assert.rejects(site.resend(body, 'ana@partner.example', 0), /has accepted/);
    }));

  it('refuses somebody who was never invited', () =>
    onSite({}, async (site) => {
      await assert.rejects(site.resend(body, 'dana@new.example', 0), /run a sync first/);
      assert.equal(mails(site), 0);
    }));

  it('refuses without an organization admin key', () =>
    onSite({ adminKey: '' }, async (site) => {
      await assert.rejects(site.resend(body, 'dana@new.example', 0), /organization admin key/);
    }));
});
