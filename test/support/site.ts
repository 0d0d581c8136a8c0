import assert from 'node:assert/strict';
import { connect, type Connected } from '../../src/confluence/connection';
import { createRuntime } from '../../src/confluence/runtime';
import { parse } from '../../src/document/parse';
import { say } from '../../src/document/sentence';
import { startSandbox, type Sandbox, type SeedInput } from '../../src/sandbox/server';
import {
  apply,
  preview,
  type Applied,
  type ApplyOptions,
  type PlanOptions,
} from '../../src/sync/apply';
import type { Journal, JournalEntry } from '../../src/sync/journal';
import type { Plan } from '../../src/sync/plan';
import { resendInvitation } from '../../src/sync/resend';
import { describe as describeStep, type Step } from '../../src/sync/step';
import { search, watch } from './search';

export const today = '2026-06-01';

/** Acme: Lee runs the sync, Mia is staff, Ana and Ben are guests of DOCS, Kai of LAB. */
export function acme(changes: Partial<SeedInput> = {}): SeedInput {
  return {
    site: { name: 'Acme' },
    organization: { id: 'org-1', name: 'Acme' },
    people: [
      { email: 'lee@acme.com', name: 'Lee', siteAdmin: true, emailVisible: true },
      { email: 'mia@acme.com', name: 'Mia' },
      { email: 'sam@acme.com', name: 'Sam' },
      { email: 'ana@partner.example', name: 'Ana', roles: ['guest'] },
      { email: 'ben@agency.example', name: 'Ben', roles: ['guest'] },
      { email: 'kai@lab.example', name: 'Kai', roles: ['guest'] },
    ],
    groups: { 'docs-team': ['lee@acme.com', 'mia@acme.com'] },
    spaces: [
      {
        key: 'DOCS',
        name: 'Docs',
        access: {
          'lee@acme.com': 'admin',
          'group:docs-team': 'contributor',
          'ana@partner.example': 'contributor',
          'ben@agency.example': 'contributor',
        },
      },
      { key: 'LAB', name: 'Lab', access: { 'lee@acme.com': 'admin', 'kai@lab.example': 'viewer' } },
      { key: 'HR', name: 'People', access: { 'mia@acme.com': 'admin' } },
    ],
    pages: [
      { id: 1, title: 'Home', space: 'DOCS' },
      { id: 10, title: 'Open', space: 'DOCS', parent: '1' },
      {
        id: 11,
        title: 'Closed',
        space: 'DOCS',
        parent: '1',
        view: ['lee@acme.com', 'group:docs-team', 'ben@agency.example'],
      },
      { id: 20, title: 'Results', space: 'LAB' },
    ],
    tokens: [{ email: 'lee@acme.com', token: 'canary-secret-of-lee' }],
    adminKeys: [{ key: 'canary-secret-key-of-acme' }],
    ...changes,
  };
}

/** A journal that lasts as long as the test. */
export function memoryJournal(): Journal & { readonly entries: JournalEntry[] } {
  const entries: JournalEntry[] = [];
  return {
    entries,
    read: () => Promise.resolve([...entries]),
    append: (entry) => {
      search('text', 'the journal', JSON.stringify(entry));
      entries.push(entry);
      return Promise.resolve();
    },
  };
}

/** A started site and the product's own way to it. */
export interface TestSite {
  readonly sandbox: Sandbox;
  readonly journal: ReturnType<typeof memoryJournal>;
  readonly connected: Connected;
  /** Plan the file, given without its header. */
  plan(body: string, options?: Partial<PlanOptions>): Promise<Plan>;
  /** Plan and apply. */
  sync(body: string, options?: Partial<ApplyOptions>): Promise<Applied>;
  /** Mail an invitation again, so many milliseconds from now. */
  resend(body: string, email: string, later: number): Promise<void>;
  /** Apply a plan made earlier. */
  apply(body: string, plan: Plan, options?: Partial<ApplyOptions>): Promise<Applied>;
}

export interface SiteOptions {
  readonly seed?: SeedInput;
  /** Without it there is no organization admin key. */
  readonly adminKey?: string | undefined;
  /** Stands in for a journal that is lost, as on another machine. */
  readonly journal?: ReturnType<typeof memoryJournal>;
  /** The file's `limits:`. */
  readonly limits?: string;
  /** The token has scopes, so that calls go through the gateway. */
  readonly cloudId?: string;
  readonly fetch?: typeof globalThis.fetch;
}

/** Run a test against a simulated site of its own. */
export async function onSite(
  options: SiteOptions,
  test: (site: TestSite) => Promise<void>,
): Promise<void> {
  const sandbox = await startSandbox({ seed: options.seed ?? acme() });
  try {
    await test(testSite(sandbox, options));
  } finally {
    await sandbox.close();
  }
}

function testSite(sandbox: Sandbox, options: SiteOptions): TestSite {
  const {
    adminKey = 'canary-secret-key-of-acme',
    journal = memoryJournal(),
    limits,
    cloudId,
  } = options;
  const connection = connect(
    {
      origin: sandbox.origin,
      email: 'lee@acme.com',
      token: 'canary-secret-of-lee',
      organization: 'org-1',
      ...(adminKey && { adminKey }),
      ...(cloudId !== undefined && { cloudId }),
    },
    {
      ...createRuntime(options.fetch ?? fetch, (line) => {
        search('text', 'the log', line);
      }),
      // The tests' clock never waits for a server that asks to be left alone.
      wait: () => Promise.resolve(),
    },
  );
  const connected = watch(connection, 'connected');
  const { reader, writer } = connected;
  const ports = { reader, writer, journal, now: () => new Date() };
  const now = { today, signal: new AbortController().signal };
  const documentOf = (body: string): ReturnType<typeof parse>['document'] => {
    const { document, problems } = parse(fileOf(sandbox.origin, body, limits), today);
    assert.deepEqual(
      problems.filter(({ severity }) => severity === 'error').map((one) => say(one.sentence)),
      [],
      'the test’s own file is wrong',
    );
    return document;
  };
  const site: TestSite = {
    sandbox,
    journal,
    connected,
    plan: async (body, more) => (await preview(documentOf(body), ports, { ...now, ...more })).plan,
    resend: (body, email, later) =>
      resendInvitation(
        documentOf(body),
        email,
        { ...ports, now: () => new Date(Date.now() + later) },
        now.signal,
      ),
    sync: async (body, more) => site.apply(body, await site.plan(body), more),
    apply: (body, plan, more) => apply(documentOf(body), plan, ports, { ...now, ...more }),
  };
  return site;
}

/** A whole file from its parts behind the header. */
export function fileOf(origin: string, body: string, limits = '{ removals: 100% }'): string {
  return `version: 1\nsite: ${origin}\norganization: org-1\nlimits: ${limits}\n${body}`;
}

/** The steps in words, for comparing. */
export function words(steps: readonly Step[]): readonly string[] {
  return steps.map((step) => {
    const { template, facts } = describeStep(step);
    return say({ template, facts });
  });
}

/** The states of a sync's outcomes in words: `done Invite …`. */
export function outcomesOf(applied: Applied): readonly string[] {
  assert.equal(applied.state, 'applied');
  return applied.outcomes.map(({ state, step }) => `${state} ${step.id}`);
}

/** What a person may do in a space of the sandbox. */
export function accessIn(sandbox: Sandbox, space: string, email: string): unknown {
  return sandbox.state().spaces.find(({ key }) => key === space)?.access[email];
}

export function pageIn(
  sandbox: Sandbox,
  id: string,
): { view: readonly string[]; edit: readonly string[] } {
  const page = sandbox.state().pages.find((one) => one.id === id);
  assert.ok(page);
  return { view: page.view, edit: page.edit };
}

export function rolesOf(sandbox: Sandbox, email: string): readonly string[] {
  return sandbox.state().people.find((person) => person.email === email)?.roles ?? [];
}
