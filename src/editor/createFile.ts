import * as vscode from 'vscode';
import type { FileAnswers, Folder, ListsOf } from '../language/newFile';
import { readAll } from './chooseFile';
import { today } from './clock';
import { registerCommand } from './command';
import type { Credentials } from './credentials';
import { fitsAny, newName } from './fileName';
import type { Files } from './files';
import { language } from './language';
import { namesIn } from './names';
import { rangesIn } from './range';
import { Refusal } from './refusal';
import { runSteps } from './steps';

/**
 * Create collaborators.yaml: asks for the site and its spaces, writes a file to begin with, by the name
 * that the settings give it, and opens it.
 */
export function registerCreateFile(
  files: Files,
  credentials: Credentials,
  listsOf: ListsOf,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return registerCommand('confluenceGuests.createFile', log, async () => {
    const { newFileSteps } = language();
    const known = await readAll(files);
    const folders = await Promise.all((vscode.workspace.workspaceFolders ?? []).map(look));
    const [first] = folders;
    if (!first) throw noFolder();
    const sites = new Set([
      ...credentials.origins(),
      ...known.flatMap(({ document: { site } }) => site?.origin ?? []),
    ]);
    const title = vscode.l10n.t('Create {name}', { name: 'collaborators.yaml' });
    const steps = newFileSteps(folders, [...sites], listsOf);
    const answers = await runSteps<FileAnswers>(title, steps, {});
    const folder = vscode.Uri.parse(answers.folder ?? first.uri, true);
    const existing = await find(folder);
    if (existing) await vscode.window.showTextDocument(existing);
    else await create(folder, answers, listsOf);
  });
}

async function create(folder: vscode.Uri, answers: FileAnswers, listsOf: ListsOf): Promise<void> {
  const { siteOf, spacesOf, starter } = language();
  const name = newName(patternsOf(folder));
  const uri = vscode.Uri.joinPath(folder, name);
  const { text, fill } = starter(siteOf(answers), spacesOf(answers, listsOf), today());
  try {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError)) throw error;
    throw new Refusal(
      vscode.l10n.t('{name} could not be written: {reason}', { name, reason: error.message }),
    );
  }
  await vscode.window.showTextDocument(uri, { selection: rangesIn({ text })(fill) });
}

async function look({ uri, name: folderName }: vscode.WorkspaceFolder): Promise<Folder> {
  return { uri: uri.toString(), name: folderName, taken: (await find(uri)) !== undefined };
}

/** The folder's own file; a folder that cannot be read has none. */
async function find(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
  const patterns = patternsOf(folder);
  const found = entries.find(([entry]) => fitsAny(entry, patterns));
  return found && vscode.Uri.joinPath(folder, found[0]);
}

function patternsOf(folder: vscode.Uri): readonly string[] {
  return namesIn(vscode.workspace.getWorkspaceFolder(folder));
}

function noFolder(): Refusal {
  return new Refusal(vscode.l10n.t('Open the folder in which the file shall lie first.'), {
    title: vscode.l10n.t('Open Folder'),
    command: 'vscode.openFolder',
  });
}
