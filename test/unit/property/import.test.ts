import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { connect, type Connected } from '../../../src/confluence/connection';
import { parse } from '../../../src/document/parse';
import { say } from '../../../src/document/sentence';
import type { Switches } from '../../../src/sandbox/switches';
import { preview } from '../../../src/sync/apply';
import { readContents } from '../../../src/sync/import/contents';
import { draftOf } from '../../../src/sync/import/draft';
import { mergeDraft } from '../../../src/sync/import/merge';
import { draftText } from '../../../src/sync/import/text';
import { textJournal } from '../../property/journal';
import { today } from '../../property/settle';
import { isWrite, openSite, type MemorySite } from '../../property/site';
import { switchRows } from '../../property/switches';
import { worlds, type World } from '../../property/worlds';
import { words } from '../../support/site';

const rows = switchRows();
const { signal } = new AbortController();

/** A site and ways to import from it. */
interface Source {
  readonly site: MemorySite;
  /** Of the spaces that can be chosen those that are visible. */
  readonly visible: (keys: readonly string[]) => Promise<readonly string[]>;
  /** The text of a new file. */
  readonly create: (spaces: readonly string[]) => Promise<string>;
  /** The text with what it lacks. */
  readonly add: (text: string, spaces: readonly string[]) => Promise<string>;
  /** A sync of the file must find neither errors nor anything to do. */
  readonly checkFile: (text: string) => Promise<void>;
}

function openSource({ seed, adminKey }: World): Source {
  const site = openSite(seed);
  const { origin, runtime } = site;
  const { reader, lister }: Connected = connect(
    {
      origin,
      email: 'lee@acme.com',
      token: 'canary-secret-of-lee',
      organization: 'org-1',
      ...(adminKey && { adminKey: 'canary-secret-key-of-acme' }),
    },
    runtime,
  );
  const now = (): Date => new Date(runtime.now());
  const read = (spaces: readonly string[]) =>
    readContents(reader, lister, { origin, spaces, now, signal });
  return {
    site,
    visible: async (keys) => {
      const all = await lister.spaces(signal);
      return keys.filter((key) => all.some((space) => space.key === key));
    },
    create: async (spaces) => {
      const contents = await read(spaces);
      return draftText(await draftOf(contents, undefined), contents, 'org-1');
    },
    add: async (text, spaces) => {
      const contents = await read(spaces);
      return mergeDraft(text, await draftOf(contents, parse(text, today).document), contents);
    },
    checkFile: async (text) => {
      const { document, problems } = parse(text, today);
      const errors = problems.filter(({ severity }) => severity === 'error');
      assert.deepEqual(
        errors.map(({ sentence }) => say(sentence)),
        [],
        text,
      );
      const ports = { reader, journal: textJournal(), now };
      const { plan } = await preview(document, ports, { today, signal });
      assert.deepEqual(words(plan.steps), [], text);
    },
  };
}

async function check(switches: Partial<Switches>, numRuns: number): Promise<void> {
  const seed = rows.indexOf(switches) + 1;
  const chosen = fc.shuffledSubarray(['DOCS', 'LAB', 'HR'], { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(worlds(switches), chosen, async (world, keys) => {
      const { site, visible, create, add, checkFile } = openSource(world);
      const spaces = await visible(keys);
      const text = await create(spaces);
      await checkFile(text);
      assert.equal(await add(text, spaces), text, 'importing again adds something');
      let grown = await create(spaces.slice(0, 1));
      for (const space of spaces.slice(1)) grown = await add(grown, [space]);
      await checkFile(grown);
      assert.deepEqual(site.sent.filter(isWrite), []);
    }),
    { seed, numRuns },
  );
}

describe('a file imported from any site, at once or space by space, leaves a sync nothing to do', () => {
  for (const [index, switches] of rows.entries()) {
    it(`with the switches of row ${index}`, () => check(switches, 5));
  }
});
