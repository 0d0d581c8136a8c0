import { readAccess } from '../../../../src/access/check/read';
import type { Answer, Line, Report } from '../../../../src/access/check/report';
import { connect, type Connected, type Connection } from '../../../../src/confluence/connection';
import { createRuntime } from '../../../../src/confluence/runtime';
import { parse } from '../../../../src/document/parse';
import { startSandbox, type Sandbox, type SeedInput } from '../../../../src/sandbox/server';
import { search, watch } from '../../../support/search';
import { acme, fileOf, today } from '../../../support/site';

export const never = new AbortController().signal;

/** One space with one guest and one page, which is what the lines of these tests are about. */
export const body = `spaces: { DOCS: }
guests: [{ email: ana@partner.example, space: DOCS }]
pages: [{ page: 10, view: [group:docs-team] }]`;

/** Lee with a token and a key, unless some of it is given otherwise. */
export interface Situation {
  readonly seed?: Partial<SeedInput>;
  readonly credentials?: Partial<Connection>;
  /** The file behind `limits:`, or the whole of it. */
  readonly file?: string | ((origin: string) => string);
  readonly prepare?: (sandbox: Sandbox) => void;
}

/** The report of a situation, read from a site of its own by the product's own way. */
export async function reportOf(situation: Situation): Promise<Report> {
  return withReport(situation, (report) => Promise.resolve(report));
}

export async function withReport<T>(
  { seed, credentials, file = body, prepare }: Situation,
  use: (report: Report, connected: Connected, sandbox: Sandbox) => Promise<T>,
): Promise<T> {
  const sandbox = await startSandbox({ seed: acme(seed) });
  try {
    prepare?.(sandbox);
    const { origin } = sandbox;
    const log = (line: string): void => {
      search('text', 'the log', line);
    };
    const text = typeof file === 'string' ? fileOf(origin, file) : file(origin);
    const connection = connect(
      {
        origin,
        email: 'lee@acme.com',
        token: 'canary-secret-of-lee',
        adminKey: 'canary-secret-key-of-acme',
        organization: 'org-1',
        ...credentials,
      },
      { ...createRuntime(fetch, log), wait: () => Promise.resolve() },
    );
    const connected = watch(connection, 'connected');
    const { document } = parse(text, today);
    const now = (): Date => new Date('2026-06-01T10:00:00Z');
    const report = await readAccess(document, connected.access, { now, signal: never });
    search('text', 'the report of Check Access', JSON.stringify(report));
    return await use(report, connected, sandbox);
  } finally {
    await sandbox.close();
  }
}

export function lineIn({ lines }: Report, id: string): Line {
  const line = lines.find((one) => one.id === id);
  if (!line) throw new Error(`The report has no line ${id}.`);
  return line;
}

/** The answers of a report by the ids of its lines. */
export function answersOf({ lines }: Report): Readonly<Record<string, Answer>> {
  return Object.fromEntries(lines.map(({ id, answer }) => [id, answer]));
}
