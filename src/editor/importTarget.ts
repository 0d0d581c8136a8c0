import * as vscode from 'vscode';
import { readAll } from './chooseFile';
import { signedIn } from './connect';
import type { Credential, Credentials } from './credentials';
import { hostOf, type GuestFile } from './file';
import type { Files } from './files';
import { Refusal } from './refusal';
import { unlinked } from './unlinked';

/** Where guests are imported from, and the file that they are added to; without one a new file is made. */
export interface ImportTarget {
  readonly origin: string;
  readonly credential: Credential;
  readonly file: GuestFile | undefined;
}

/** The file that the command was called for or that is open in front, else the one that is picked. */
export async function chooseTarget(
  files: Files,
  credentials: Credentials,
  argument: unknown,
): Promise<ImportTarget> {
  await files.ready;
  const uri =
    argument instanceof vscode.Uri ? argument : vscode.window.activeTextEditor?.document.uri;
  const file = (uri && (await files.read(uri))) ?? (await pickFile(await readAll(files)));
  if (file) return { ...(await signedIn(file, credentials)), file };
  const origin = await pickOrigin(credentials.origins());
  const credential = await credentials.get(origin);
  if (!credential) throw signedOut();
  return { origin, credential, file: undefined };
}

async function pickFile(all: readonly GuestFile[]): Promise<GuestFile | undefined> {
  if (all.length === 0) return undefined;
  const anew = { label: vscode.l10n.t('A new file'), alwaysShow: true, file: undefined };
  const picked = await vscode.window.showQuickPick(
    [...all.map((file) => ({ label: unlinked(file.name), description: hostOf(file), file })), anew],
    { placeHolder: vscode.l10n.t('Where do you want to write the guests of the site?') },
  );
  if (!picked) throw new vscode.CancellationError();
  return picked.file;
}

async function pickOrigin(origins: readonly string[]): Promise<string> {
  const [first, ...others] = origins;
  if (first === undefined) throw signedOut();
  if (others.length === 0) return first;
  const picked = await vscode.window.showQuickPick(
    origins.map((origin) => ({ label: new URL(origin).host, origin })),
    { placeHolder: vscode.l10n.t('Which site do you want to import guests from?') },
  );
  if (!picked) throw new vscode.CancellationError();
  return picked.origin;
}

function signedOut(): Refusal {
  return new Refusal(
    vscode.l10n.t('You are not signed in to a site: sign in, then import its guests.'),
    { title: vscode.l10n.t('Sign In'), command: 'confluenceGuests.signIn' },
  );
}
