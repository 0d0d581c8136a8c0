import * as vscode from 'vscode';
import type { GuestFile } from './file';
import type { Files } from './files';
import { ask } from './prompt';

/** A site to sign in to, and what the files say about it. */
export interface ChosenSite {
  readonly origin: string;
  readonly host: string;
  readonly organization: string | undefined;
  /** The file that names it; `undefined` when the person wrote it. */
  readonly file: GuestFile | undefined;
}

/** The site of the file that the command was called for, else of the files, else the one asked for. */
export async function chooseSite(files: Files, argument: unknown): Promise<ChosenSite> {
  await files.ready;
  const named = argument instanceof vscode.Uri ? files.get(argument) : undefined;
  const candidates = named ? [named] : files.all();
  const sites = new Map(
    candidates.flatMap((file) => {
      const site = siteOf(file);
      return site ? [[site.origin, site] as const] : [];
    }),
  );
  const [first, ...others] = sites.values();
  if (!first) return askForSite();
  if (others.length === 0) return first;
  const picked = await vscode.window.showQuickPick(
    [first, ...others].map((site) => ({
      label: site.host,
      description: site.file?.name ?? '',
      site,
    })),
    { placeHolder: vscode.l10n.t('Which site do you want to sign in to?') },
  );
  if (!picked) throw new vscode.CancellationError();
  return picked.site;
}

function siteOf(file: GuestFile): ChosenSite | undefined {
  const { site, organization } = file.document;
  return site && { ...named(site.origin), organization, file };
}

async function askForSite(): Promise<ChosenSite> {
  const origin = await ask({
    title: vscode.l10n.t('Sign In to Confluence'),
    prompt: vscode.l10n.t('The address of your site'),
    placeHolder: 'https://acme.atlassian.net',
    refuse: (text) =>
      URL.canParse(text) && new URL(text).protocol === 'https:'
        ? undefined
        : vscode.l10n.t('Write the whole address, such as https://acme.atlassian.net'),
  });
  return { ...named(new URL(origin).origin), organization: undefined, file: undefined };
}

function named(origin: string): Pick<ChosenSite, 'origin' | 'host'> {
  return { origin, host: new URL(origin).host };
}
