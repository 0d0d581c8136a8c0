import * as vscode from 'vscode';
import type { Runtime } from '../confluence/runtime';
import type { Sentence } from '../document/sentence';
import type { SpaceInfo } from '../sync/model';
import type { Lister } from '../sync/ports';
import { registerTrustedCommand } from './command';
import { connectWith } from './connect';
import type { Credentials } from './credentials';
import type { GuestFile } from './file';
import type { Files } from './files';
import { chooseTarget, type ImportTarget } from './importTarget';
import { tell } from './message';
import { openNewFile } from './newFile';
import { online } from './online';
import { phaseWords, withProgress } from './progress';
import { Proposals } from './proposals';
import { Refusal } from './refusal';
import { speak } from './speak';

/**
 * Import Guests from Site: writes a new file from what is in some spaces of a site, or adds to a file
 * what it lacks, after a look at the difference. The site is only read.
 */
export function registerImportGuests(
  files: Files,
  credentials: Credentials,
  runtime: Runtime,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const proposals = new Proposals();
  const command = registerTrustedCommand('confluenceGuests.importGuests', log, async (argument) => {
    const target = await chooseTarget(files, credentials, argument);
    const { origin, credential, file } = target;
    const { reader, lister } = connectWith(origin, credential, runtime);
    const { readContents, draftOf, draftText, mergeDraft } = online();
    const spaces = await chooseSpaces(target, lister);
    const contents = await withProgress(titleOf(target), (report, signal) =>
      readContents(reader, lister, {
        origin,
        spaces,
        now: () => new Date(),
        signal,
        onPhase: (phase) => {
          report({ message: phaseWords(phase) });
        },
      }),
    );
    const draft = await draftOf(contents, file?.document);
    if (!file) {
      await openNewFile(await draftText(draft, contents, credential.organization?.id, speak));
      return;
    }
    const text = await mergeDraft(file.text, draft, contents, speak);
    if (text === file.text) {
      await sayComplete(file, [...draft.unsaid.guests, ...draft.unsaid.pages]);
      return;
    }
    await proposals.propose(file, text, files);
  });
  return vscode.Disposable.from(command, proposals);
}

/** The keys of the spaces to read. */
async function chooseSpaces(target: ImportTarget, lister: Lister): Promise<readonly string[]> {
  const spaces = await withProgress(titleOf(target), (_report, signal) => lister.spaces(signal));
  if (spaces.length === 0) {
    throw new Refusal(
      vscode.l10n.t('{site} shows you no spaces: ask for access to the spaces of your guests.', {
        site: new URL(target.origin).host,
      }),
    );
  }
  const owned = target.file?.document.spaces;
  const picked = await vscode.window.showQuickPick(
    [...spaces].sort(byKey).map(({ key, name }) => ({
      label: key,
      description: name.replace(/([\]$])\(/g, '$1 ('),
      picked: owned?.has(key) ?? false,
    })),
    {
      canPickMany: true,
      matchOnDescription: true,
      placeHolder: vscode.l10n.t('From which spaces do you want to import guests?'),
    },
  );
  if (!picked || picked.length === 0) throw new vscode.CancellationError();
  const keys = picked.map(({ label }) => label);
  // A file that begins to list guests must list those of all its spaces, or a sync would remove them.
  const others = target.file?.document.guests ? [] : (owned?.keys() ?? []);
  return [...new Set([...keys, ...others])];
}

/** Personal spaces, whose keys begin with `~`, come last by themselves. */
function byKey(one: SpaceInfo, other: SpaceInfo): number {
  return one.key < other.key ? -1 : 1;
}

async function sayComplete({ name }: GuestFile, unsaid: readonly Sentence[]): Promise<void> {
  const message = vscode.l10n.t('{file} has everything already that can be imported.', {
    file: name,
  });
  await tell(message, unsaid.map(speak).join('\n'));
}

function titleOf({ origin }: ImportTarget): string {
  return vscode.l10n.t('Importing guests from {site}', { site: new URL(origin).host });
}
