import * as vscode from 'vscode';
import type { Runtime } from '../confluence/runtime';
import { sentence } from '../document/sentence';
import { verbatim, type PickMany } from '../language/ask/question';
import type { SiteContents } from '../sync/import/contents';
import type { Draft } from '../sync/import/draft';
import type { SpaceInfo } from '../sync/model';
import type { Lister } from '../sync/ports';
import { registerTrustedCommand } from './command';
import { connectWith } from './connect';
import type { Credentials } from './credentials';
import type { GuestFile } from './file';
import type { Files } from './files';
import { chooseTarget, type ImportTarget } from './importTarget';
import { inform } from './message';
import { openNewFile } from './newFile';
import { online } from './online';
import { phaseWords, withProgress } from './progress';
import { Proposals } from './proposals';
import { Refusal } from './refusal';
import type { Reports } from './reports';
import { speak } from './speak';
import { runSteps } from './steps';
import { mustBeWritable } from './write';

/**
 * Import Guests from Site: writes a new file from what is in some spaces of a site, or adds to a file
 * what it lacks, after a look at the difference. The site is only read.
 */
export function registerImportGuests(
  files: Files,
  credentials: Credentials,
  runtime: Runtime,
  reports: Reports,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const proposals = new Proposals();
  const command = registerTrustedCommand('confluenceGuests.importGuests', log, async (argument) => {
    const target = await chooseTarget(files, credentials, argument);
    const { origin, credential, file } = target;
    if (file) mustBeWritable(file);
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
      await sayComplete(file, draft, contents, reports);
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
  const question: PickMany<readonly string[]> = {
    kind: 'many',
    prompt: sentence('From which spaces do you want to import guests?'),
    needed: sentence('Check at least one space, or press Escape to leave'),
    choices: [...spaces].sort(byKey).map(({ key, name }) => ({
      value: key,
      label: verbatim(key),
      description: verbatim(name),
      picked: owned?.has(key) ?? false,
    })),
    take: (keys) => keys,
  };
  const keys = await runSteps<readonly string[]>(titleOf(target), [() => question], []);
  // A file that begins to list guests must list those of all its spaces, or a sync would remove them.
  const others = target.file?.document.guests ? [] : (owned?.keys() ?? []);
  return [...new Set([...keys, ...others])];
}

/** Personal spaces, whose keys begin with `~`, come last by themselves. */
function byKey(one: SpaceInfo, other: SpaceInfo): number {
  return one.key < other.key ? -1 : 1;
}

/** What cannot be imported is a report, for its ids are to be copied into the file. */
async function sayComplete(
  { name }: GuestFile,
  draft: Draft,
  contents: SiteContents,
  reports: Reports,
): Promise<void> {
  const message = vscode.l10n.t('{file} has everything already that can be imported.', {
    file: name,
  });
  const unsaid = [...draft.unsaid.guests, ...draft.unsaid.pages].map((one) => `- ${speak(one)}`);
  if (unsaid.length === 0) {
    await inform(message);
    return;
  }
  const title = vscode.l10n.t('Import — {site}', { site: new URL(contents.origin).host });
  const summary = speak(online().summaryOf(draft, contents));
  await reports.open(title, [message, summary, '', ...unsaid, ''].join('\n'));
}

function titleOf({ origin }: ImportTarget): string {
  return vscode.l10n.t('Importing guests from {site}', { site: new URL(origin).host });
}
