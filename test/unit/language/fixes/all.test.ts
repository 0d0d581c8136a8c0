import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/document/edit';
import type { Parsed } from '../../../../src/document/parse';
import { parse } from '../../../../src/document/parse';
import { fixAll } from '../../../../src/language/fixes/all';
import { head, today } from '../../../support/samples';
import { knownOf } from './ask';

function read(text: string): Parsed {
  return parse(text, today);
}

async function fixed(text: string): Promise<string> {
  const before = read(text);
  return applyEdits(text, await fixAll(text, before.problems, knownOf(text), read));
}

describe('fixing all', () => {
  it('makes the repairs that are beyond doubt, one after another, and leaves the rest', async () => {
    assert.equal(
      await fixed(`# ours
site: http://acme.atlassian.net/wiki
space: { DOCS: , LAB: }
guests:
- email: <a@b.example>, # A
  space: docs
  expire: 31.12.2027
- { email: A@b.example, space: DOCS, expires: 2027-12-31, name: Ana }
- { email: c@d.example, space: HR, access: Revoked }
pages:
- page: 1
  view: [group: docs, a@b.example, c@d.example]
  edit: group:docs
`),
      `# ours
version: 1
site: https://acme.atlassian.net
spaces: { DOCS: , LAB: }
guests:
- email: a@b.example # A
  name: Ana
  space: DOCS
  expires: 2027-12-31
- { email: c@d.example, space: HR, access: revoked }
pages:
- page: 1
  view: [group:docs, a@b.example]
  edit: [group:docs]
`,
    );
  });

  it('takes several off one list', async () => {
    assert.equal(
      await fixed(`version: 1
site: https://acme.atlassian.net
spaces: { DOCS: }
guests:
- { email: a@b.example, space: DOCS, access: revoked }
- { email: c@d.example, space: DOCS, access: revoked }
pages: [{ page: 1, view: [a@b.example, c@d.example] }]
`),
      `version: 1
site: https://acme.atlassian.net
spaces: { DOCS: }
guests:
- { email: a@b.example, space: DOCS, access: revoked }
- { email: c@d.example, space: DOCS, access: revoked }
pages: [{ page: 1, view: [] }]
`,
    );
  });

  it('changes nothing where all is well or only doubtful', async () => {
    const text = `version: 1
site: https://acme.atlassian.net
spaces: { DOCS: , LAB: }
guests: [{ email: a@b.example }, { email: c@d.example, space: DOC }]
`;
    assert.equal(await fixed(text), text);
  });

  it('leaves a line alone that a syntax error makes look like another', async () => {
    for (const entries of [
      '- email: a@b.example\n  space: DOCS\n pages:\n- page: 12\n  veiw: [group:x]\n',
      '- email: a@b.example\n  space: [DOCS\n- emial: c@d.example\n  space: DOCS\n',
    ]) {
      const text = `${head}guests:\n${entries}`;
      assert.equal(await fixed(text), text);
    }
  });

  it('makes no repair that leaves more errors, whatever else it repairs', async () => {
    assert.equal(
      await fixed(
        `${head}guests:\n- { email: <a@b.example>, space: DOCS }\npages:\n- page: 1\n  veiw: [Lee, Bo]\n`,
      ),
      `${head}guests:\n- { email: a@b.example, space: DOCS }\npages:\n- page: 1\n  veiw: [Lee, Bo]\n`,
    );
  });

  it('takes nobody off a page whose entry cannot be read', async () => {
    for (const entry of ['email: c@d.example', 'guest: c@d.example', 'role: viewer']) {
      const text = `${head}pages:\n- page: 1\n  view:\n  - ${entry}\n  - group:x\n  - ${entry}\n`;
      assert.equal(await fixed(text), text);
    }
  });

  it('changes nobody’s access and takes out no comment', async () => {
    for (const entries of [
      '-',
      '- # todo: ask Bo who',
      '- email: a@b.example\n  space:\n    -',
      '- { email: a@b.example, space: DOCS }\n- { email: a@b.example, space: DOCS, access: revoked }',
      '- { email: a@b.example, space: DOCS }\n- { email: a@b.example, space: DOCS, expires: 2026-01-01 }',
      '- { email: a@b.example, space: DOCS, role: viewer }\n- { email: a@b.example, space: DOCS }',
      '- { email: a@b.example, space: DOCS }\n# who\n- { email: a@b.example, space: DOCS }',
    ]) {
      const text = `${head}guests:\n${entries}\n`;
      assert.equal(await fixed(text), text);
    }
  });
});
