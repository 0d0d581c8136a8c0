import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Sandbox } from '../../src/sandbox/server';
import { eventually } from '../support/deadline';
import { fileOf } from '../support/site';
import { accept, completionsAt, labelsOf, writeMarked } from './ask';
import { closeAll, diagnosticsIn, ownFile, trees } from './editor';
import { signIn, signOut, startSite } from './site';

const begun = `version: 1
site: https://acme.atlassian.net
spaces: { DOCS: {}, LAB: { manage: strict } }
teams:
  reviewers: [ana@partner.example]
guests:
  - { email: ana@partner.example, space: DOCS }
`;

const labelsAt = async (marked: string): Promise<readonly string[]> =>
  labelsOf(await completionsAt(await writeMarked(marked)));

/** The labels hold all of these, in this order. */
function hold(labels: readonly string[], ...wanted: readonly string[]): void {
  const found = labels.filter((label) => wanted.includes(label));
  assert.deepEqual(found, wanted, labels.join(', '));
}

describe('completion', () => {
  before(trees);
  afterEach(closeAll);

  it('offers the keys that an entry does not have yet', async () => {
    const labels = await labelsAt(`${begun}  - email: ben@agency.example\n    |\n`);
    hold(labels, 'space', 'expires');
    assert.ok(!labels.includes('email'));
    assert.ok(!labels.includes('guests'));
  });

  it('tells with a key what it means', async () => {
    const items = await completionsAt(await writeMarked(`${begun}  - |\n`));
    const documented = items.filter(({ documentation }) => documentation !== undefined);
    hold(labelsOf(documented), 'email', 'space');
  });

  it('offers the spaces of the file, the roles and how a space is managed', async () => {
    hold(await labelsAt(`${begun}  - { email: b@c.example, space: | }\n`), 'DOCS', 'LAB');
    hold(await labelsAt(`${begun}  - { email: b@c.example, role: | }\n`), 'contributor', 'viewer');
    hold(await labelsAt(begun.replace('strict', '|')), 'additive', 'strict');
  });

  it('inserts a period as its last day', async () => {
    const mark = await writeMarked(`${begun}  - { email: b@c.example, space: LAB, expires: | }\n`);
    const text = await accept(mark, '+30 days');
    assert.match(text, /expires: \d{4}-\d{2}-\d{2} \}\n$/);
    hold(labelsOf(await completionsAt(mark)), '+90 days');
  });

  it('offers teams and guests for a page', async () => {
    const labels = await labelsAt(`${begun}pages:\n  - page: 7\n    view: [|]\n`);
    hold(labels, 'team:reviewers');
    hold(labels, 'ana@partner.example');
  });

  it('writes a whole guest from a snippet', async () => {
    const mark = await writeMarked(`${begun}  - |\n`);
    const text = await accept(mark, 'guest');
    assert.match(text, /\n {2}- email: .+\n {4}space: \w+\n {4}role: \w+\n {4}expires: [\d-]+\n$/);
  });

  it('writes a whole file, which has no errors', async () => {
    await accept(await writeMarked('|'), 'file');
    await eventually(async () => {
      const found = await diagnosticsIn(ownFile());
      assert.deepEqual(
        found.filter((each) => each.startsWith('Error')),
        [],
      );
    });
  });

  it('works in a file that is half typed', async () => {
    const half = `${begun}  - { email: b@c.example, space: |\npages:\n  - { page: [\n`;
    hold(await labelsAt(half), 'DOCS', 'LAB');
  });

  it('answers for 5,000 guests as for one, once they have been read', async () => {
    const many = Array.from(
      { length: 5_000 },
      (_, n) => `  - { email: guest${n}@partner.example, space: DOCS, role: viewer }\n`,
    ).join('');
    const mark = await writeMarked(`${begun}${many}  - { email: b@c.example, space: | }\n`);
    await eventually(async () => {
      hold(labelsOf(await completionsAt(mark)), 'DOCS', 'LAB');
    });
  });

  it('offers nothing in other YAML files', async () => {
    const content = `${begun}  - { email: b@c.example, role:  }\n`;
    const document = await vscode.workspace.openTextDocument({ language: 'yaml', content });
    const position = document.positionAt(content.length - 3);
    const labels = labelsOf(await completionsAt({ document, position }));
    assert.ok(!labels.includes('contributor'), labels.join(', '));
  });

  describe('when signed in', () => {
    let site: Sandbox;

    beforeEach(async () => {
      site = await startSite();
      await writeMarked(fileOf(site.origin, 'spaces: { DOCS: }\nguests: []\n|'));
      await signIn();
    });

    afterEach(async () => {
      await signOut(site.origin);
      await site.close();
    });

    const shows = async (body: string, wanted: string): Promise<void> => {
      const mark = await writeMarked(fileOf(site.origin, body));
      await eventually(async () => {
        const labels = labelsOf(await completionsAt(mark));
        assert.ok(labels.includes(wanted), labels.join(', '));
      });
    };

    it('offers the spaces and the groups of the site', async () => {
      await shows('spaces:\n  DOCS:\n  |\n', 'LAB');
      await shows(
        'spaces: { DOCS: }\nguests: []\npages:\n  - { page: 10, view: [|] }\n',
        'group:docs-team',
      );
    });

    it('finds a page by its title and writes its id with the title', async () => {
      const body = 'spaces: { DOCS: }\nguests: []\npages:\n  - page: |\n';
      await shows(body, 'Closed');
      const mark = await writeMarked(fileOf(site.origin, body));
      assert.match(await accept(mark, 'Closed'), /- page: "?11"?\n {4}title: Closed\n/);
    });

    it('never waits for the site', async () => {
      site.addFaults([{ path: '/', delayMs: 60_000, times: 100 }]);
      const started = performance.now();
      const body = 'spaces:\n  DOCS:\nguests:\n  - { email: a@b.example, role: | }\n';
      hold(await labelsAt(fileOf(site.origin, body)), 'contributor', 'viewer');
      assert.ok(performance.now() - started < 10_000);
    });
  });
});
