import * as vscode from 'vscode';
import type { Connected } from '../confluence/connection';
import { createRuntime, type Runtime } from '../confluence/runtime';
import type { SyncPorts } from '../sync/apply';
import type { Credential, Credentials } from './credentials';
import { hasErrors, type GuestFile } from './file';
import { journalOf } from './journal';
import { signIn } from './next';
import { online } from './online';
import { Refusal } from './refusal';

/** The ports to the site that a file names, with the credential that was saved for exactly this site. */
export type Connect = (file: GuestFile) => Promise<SyncPorts>;

/** `globalThis.fetch` of an extension obeys the user's proxy and certificates. */
export function editorRuntime(log: vscode.LogOutputChannel): Runtime {
  return createRuntime(
    (url, init) => globalThis.fetch(url, init),
    (line) => {
      log.debug(line);
    },
  );
}

export function createConnect(
  credentials: Credentials,
  /** The folder of the journals. */
  journals: string,
  runtime: Runtime,
): Connect {
  return async (file) => {
    const { origin, credential } = await signedIn(file, credentials);
    const { reader, writer } = connectWith(origin, credential, runtime);
    return { reader, writer, journal: journalOf(journals, origin), now: () => new Date() };
  };
}

/** The site that a file names, with the credential for it. Throws a {@link Refusal} that says what to do first. */
export async function signedIn(
  file: GuestFile,
  credentials: Credentials,
): Promise<{ readonly origin: string; readonly credential: Credential }> {
  const origin = originOf(file);
  const credential = await credentials.get(origin);
  if (!credential) {
    throw new Refusal(
      vscode.l10n.t('You are not signed in to {site}.', { site: new URL(origin).host }),
      {
        title: vscode.l10n.t('Sign In'),
        command: 'confluenceGuests.signIn',
        arguments: [file.uri],
      },
    );
  }
  requireSameOrganization(file, credential);
  return { origin, credential };
}

export function connectWith(
  origin: string,
  { email, token, cloudId, organization }: Credential,
  runtime: Runtime,
): Connected {
  return online().connect(
    {
      origin,
      email,
      token,
      ...(cloudId !== undefined && { cloudId }),
      ...(organization && {
        adminKey: organization.adminKey,
        organization: organization.id,
      }),
    },
    runtime,
  );
}

/** Throws a {@link Refusal} for a file that cannot be synced as it stands. */
function originOf(file: GuestFile): string {
  const { site } = file.document;
  if (site && !hasErrors(file)) return site.origin;
  throw new Refusal(vscode.l10n.t('{file} has errors: correct them first.', { file: file.name }), {
    title: vscode.l10n.t('Show Problems'),
    command: 'workbench.actions.view.problems',
  });
}

/** An admin key is for one organization; the file must not turn it to another. */
function requireSameOrganization({ uri, name, document }: GuestFile, credential: Credential): void {
  const known = credential.organization?.id;
  const written = document.organization;
  if (known === undefined || written === undefined || known === written) return;
  throw new Refusal(
    vscode.l10n.t(
      '{file} names organization {written}, and you are signed in for organization {known}: correct the file, or sign in again.',
      { file: name, written, known },
    ),
    signIn(uri),
  );
}
