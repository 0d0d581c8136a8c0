import * as vscode from 'vscode';
import type { Document } from '../document/model';
import { parse } from '../document/parse';
import type { Runtime } from '../confluence/runtime';
import type { AccessReports } from './accessReports';
import { chooseFile } from './chooseFile';
import { today } from './clock';
import { offer, registerTrustedCommand } from './command';
import { connectWith } from './connect';
import type { Credential, Credentials } from './credentials';
import type { GuestFile } from './file';
import type { Files } from './files';
import { inform } from './message';
import { signIn } from './next';
import { online } from './online';
import { withProgress } from './progress';
import { Refusal } from './refusal';
import type { Reports } from './reports';
import { speak } from './speak';

/** The site to look at, with what a file says about it, if there is one. */
interface Place {
  readonly origin: string;
  readonly file: GuestFile | undefined;
  readonly document: Document;
}

/**
 * Check Access: asks a site what the person who is signed in can do there, by reading alone, and shows
 * it line by line. Signed out, it says what is missing and answers what people ask first.
 */
export function registerCheckAccess(
  files: Files,
  documents: Reports,
  reports: AccessReports,
  credentials: Credentials,
  runtime: Runtime,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return registerTrustedCommand('confluenceGuests.checkAccess', log, async (argument) => {
    const { origin, file, document } = await choosePlace(files, credentials, argument);
    const { host } = new URL(origin);
    const credential = await credentials.get(origin);
    const { access } = credential
      ? connectWith(origin, credential, runtime)
      : online().connect({ origin }, runtime);
    const report = await withProgress(
      vscode.l10n.t('Checking access to {site}', { site: host }),
      (_report, signal) =>
        online().readAccess(withOrganization(document, credential), access, {
          now: () => new Date(),
          signal,
        }),
    );
    if (file) reports.keep(file, report);
    await documents.open(
      vscode.l10n.t('Access — {site}', { site: host }),
      online().reportText(report, undefined, speak),
    );
    if (!credential) {
      void offer(
        inform,
        vscode.l10n.t('You are not signed in to {site}, so it was not asked.', { site: host }),
        signIn(file?.uri),
      );
    }
  });
}

async function choosePlace(
  files: Files,
  credentials: Credentials,
  argument: unknown,
): Promise<Place> {
  await files.ready;
  const [only, ...others] = credentials.origins();
  if (files.all().length === 0 && only !== undefined) {
    const origin = others.length === 0 ? only : await pick([only, ...others]);
    const site = { origin, span: { start: 0, end: 0 } };
    return { origin, file: undefined, document: { ...parse('', today()).document, site } };
  }
  const file = await chooseFile(files, argument);
  const { site } = file.document;
  if (!site) {
    throw new Refusal(
      vscode.l10n.t('{file} names no site that could be looked at.', { file: file.name }),
      { title: vscode.l10n.t('Show Problems'), command: 'workbench.actions.view.problems' },
    );
  }
  return { origin: site.origin, file, document: file.document };
}

async function pick(origins: readonly string[]): Promise<string> {
  const picked = await vscode.window.showQuickPick(
    origins.map((origin) => ({ label: new URL(origin).host, origin })),
    { placeHolder: vscode.l10n.t('Which site?') },
  );
  if (!picked) throw new vscode.CancellationError();
  return picked.origin;
}

/** A sync acts in the organization that was signed in to, whether the file names it or not. */
function withOrganization(document: Document, credential: Credential | undefined): Document {
  return {
    ...document,
    organization: document.organization ?? credential?.organization?.id,
  };
}
