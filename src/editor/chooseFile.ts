import * as vscode from 'vscode';
import { hostOf, type GuestFile } from './file';
import type { Files } from './files';
import { Refusal } from './refusal';
import { unlinked } from './unlinked';

/**
 * The file a command is about: the one it was called for, else the one in the active editor, else
 * the only one, else the one that the person picks.
 */
export async function chooseFile(files: Files, argument: unknown): Promise<GuestFile> {
  await files.ready;
  const named = argument instanceof vscode.Uri ? argument : fileOf(argument);
  const uri = named ?? vscode.window.activeTextEditor?.document.uri;
  const file = uri && (await files.read(uri));
  if (file) return file;
  const all = await readAll(files);
  const [first, ...others] = all;
  if (!first) throw noFile();
  if (others.length === 0) return first;
  const picked = await vscode.window.showQuickPick(
    all.map((each) => ({ label: unlinked(each.name), description: hostOf(each), file: each })),
    { placeHolder: vscode.l10n.t('Which file?') },
  );
  if (!picked) throw new vscode.CancellationError();
  return picked.file;
}

/** As they are now, for a command must not go by what was written earlier. */
export async function readAll(files: Files): Promise<readonly GuestFile[]> {
  await files.ready;
  await Promise.all(files.all().map(({ uri }) => files.read(uri)));
  return files.all();
}

/** A row of a tree knows its file. */
function fileOf(argument: unknown): vscode.Uri | undefined {
  if (typeof argument !== 'object' || argument === null || !('uri' in argument)) return undefined;
  return argument.uri instanceof vscode.Uri ? argument.uri : undefined;
}

export function noFile(): Refusal {
  return vscode.workspace.workspaceFolders
    ? new Refusal(
        vscode.l10n.t(
          'There is no collaborators.yaml here: create one, or open the folder that has it.',
        ),
        {
          title: vscode.l10n.t('Create collaborators.yaml'),
          command: 'confluenceGuests.createFile',
        },
      )
    : new Refusal(
        vscode.l10n.t(
          'There is no collaborators.yaml here: open the folder that has it, or try a sandbox site.',
        ),
        {
          title: vscode.l10n.t('Open Sandbox Site'),
          command: 'confluenceGuests.openSandbox',
        },
      );
}
