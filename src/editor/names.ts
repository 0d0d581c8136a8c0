import * as vscode from 'vscode';
import { fitsAny, isPattern } from './fileName';

/** What guest files are called by the setting `confluenceGuests.fileNames`, folder by folder. */
export interface Names {
  /** Where they may lie; it covers the names of all folders. */
  readonly glob: string;
  /** Whether a file is called so where it lies. */
  readonly cover: (uri: vscode.Uri) => boolean;
}

/** As the settings stand now. */
export function readNames(): Names {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const inFolder = new Map(folders.map((folder) => [folder.uri.toString(), namesIn(folder)]));
  const elsewhere = [...new Set([...usualNames(), ...namesIn(undefined)])];
  const all = new Set([...elsewhere, ...[...inFolder.values()].flat()]);
  return {
    glob: `**/{${[...all].join(',')}}`,
    cover: (uri) => {
      const folder = vscode.workspace.getWorkspaceFolder(uri);
      const names = (folder && inFolder.get(folder.uri.toString())) ?? elsewhere;
      const [name = '', ...around] = vscode.workspace
        .asRelativePath(uri, false)
        .split('/')
        .reverse();
      return !around.includes('node_modules') && fitsAny(name, names);
    },
  };
}

/** Whether the names have to be read again. */
export function changesNames(change: vscode.ConfigurationChangeEvent): boolean {
  return change.affectsConfiguration('confluenceGuests.fileNames');
}

/** The patterns of a folder, or of what lies in none. */
export function namesIn(folder: vscode.WorkspaceFolder | undefined): readonly string[] {
  return patternsOf(settings(folder).get('fileNames'));
}

/** Outside of the workspace they always count: the file of a sandbox site lies there. */
function usualNames(): readonly string[] {
  return patternsOf(settings(undefined).inspect('fileNames')?.defaultValue);
}

function settings(folder: vscode.WorkspaceFolder | undefined): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('confluenceGuests', folder ?? null);
}

function patternsOf(written: unknown): readonly string[] {
  return Array.isArray(written) ? written.filter(isPattern) : [];
}
