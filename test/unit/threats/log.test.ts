import assert from 'node:assert/strict';
import { connect } from '../../../src/confluence/connection';
import { createRuntime } from '../../../src/confluence/runtime';
import { parse } from '../../../src/document/parse';
import { startSandbox } from '../../../src/sandbox/server';
import { apply, preview } from '../../../src/sync/apply';
import { acme, fileOf, memoryJournal, today } from '../../support/site';

const body = `internalDomains: [acme.com]
spaces: { DOCS: { manage: strict } }
guests:
  - { email: ana@partner.example, name: Ana, space: DOCS, role: viewer }
  - { email: dana@new.example, name: Dana, space: DOCS }
pages:
  - { page: 10, view: [ana@partner.example, user:mia@acme.com] }
`;

/** Method, path and the names of the query, status and time: nothing else has a place in it. */
const line = /^(GET|POST|PUT|DELETE) (\/[\w.~%-]+)+(\?[\w.-]+(&[\w.-]+)*)? → \d{3}, \d+ ms$/;

describe('a log that somebody uploads', () => {
  it('tells of a whole sync without a person, a title or a credential', async () => {
    const sandbox = await startSandbox({ seed: acme({ switches: { acceptInvites: 'atOnce' } }) });
    try {
      const { origin } = sandbox;
      const lines: string[] = [];
      const runtime = createRuntime(fetch, (text) => lines.push(text));
      const { reader, writer } = connect(
        {
          origin,
          email: 'lee@acme.com',
          token: 'canary-secret-of-lee',
          adminKey: 'canary-secret-key-of-acme',
          organization: 'org-1',
        },
        { ...runtime, wait: () => Promise.resolve() },
      );
      const ports = { reader, writer, journal: memoryJournal(), now: () => new Date() };
      const options = { today, signal: new AbortController().signal };
      const { document } = parse(fileOf(origin, body), today);
      const { plan } = await preview(document, ports, options);
      const applied = await apply(document, plan, ports, options);
      assert.equal(applied.state, 'applied');
      assert.ok(plan.steps.some(({ kind }) => kind === 'invite'));
      assert.ok(lines.length > 20);
      for (const text of lines) {
        assert.match(text, line);
        assert.doesNotMatch(text, /@|%40|ana|dana|mia|lee|Open|canary/i);
      }
    } finally {
      await sandbox.close();
    }
  });
});
