import * as vscode from 'vscode';
import type { Runtime } from '../confluence/runtime';
import { AccessReports } from './accessReports';
import { registerCheckAccess } from './checkAccess';
import type { Connect } from './connect';
import { setContext } from './contexts';
import { registerCopyReport } from './copyReport';
import type { Credentials } from './credentials';
import { Decorations } from './decorations';
import type { Files } from './files';
import { LiveChecks } from './liveChecks';
import type { Readings } from './readings';
import { createReadQuietly } from './readQuietly';
import { registerRefresh } from './refresh';
import type { Reports } from './reports';
import { registerSiteDiagnostics } from './siteDiagnostics';
import { SiteProblems } from './siteProblems';
import { Status } from './status';
import type { Tree } from './tree';

/** What the checks get from the extension around them. */
interface Surroundings {
  readonly files: Files;
  readonly readings: Readings;
  readonly documents: Reports;
  readonly credentials: Credentials;
  readonly connect: Connect;
  readonly runtime: Runtime;
  readonly guests: Tree;
  /** Where the extension lies. */
  readonly extension: vscode.Uri;
  /** The folder of the journals. */
  readonly journals: string;
  readonly log: vscode.LogOutputChannel;
}

export interface Checking {
  readonly status: Status;
  readonly decorations: Decorations;
  readonly all: vscode.Disposable;
}

/** All that finds out, and shows, how the site stands with the files. */
export function registerChecking(around: Surroundings): Checking {
  const { files, readings, documents, credentials, connect, runtime, log } = around;
  const reports = new AccessReports(credentials);
  const readQuietly = createReadQuietly(readings, reports, credentials, connect, runtime);
  const problems = new SiteProblems(files, readings, reports, credentials, around.journals, log);
  const checks = new LiveChecks(files, credentials, readQuietly, log);
  const status = new Status(files, problems, checks, around.guests);
  const decorations = new Decorations(files, problems);
  const all = vscode.Disposable.from(
    ...[reports, problems, checks, status, decorations],
    readings.onDidChange(() => {
      setContext('refused', false);
    }),
    registerSiteDiagnostics(files, problems, around.extension),
    registerRefresh(files, credentials, readQuietly, log),
    registerCheckAccess(files, documents, reports, credentials, runtime, log),
    registerCopyReport(log),
  );
  return { status, decorations, all };
}
