import * as vscode from 'vscode';
import type { Credentials } from './credentials';
import type { GuestFile } from './file';
import type { Files } from './files';
import { ask } from './prompt';
import { unlinked } from './unlinked';

/** A site to sign in to, and what the files say about it. */
export interface ChosenSite {
  readonly origin: string;
  readonly host: string;
  readonly organization: string | undefined;
  /** The file that names it; `undefined` when the person wrote it. */
  readonly file: GuestFile | undefined;
}

/**
 * The site of the file that the command was called for, else the only one of the files unless it is
 * signed in to, else the one that is picked or written.
 */
export async function chooseSite(
  files: Files,
  credentials: Credentials,
  argument: unknown,
): Promise<ChosenSite> {
  await files.ready;
  const file = argument instanceof vscode.Uri ? await files.current(argument) : undefined;
  const wanted = file && siteOf(file);
  if (wanted) return wanted;
  const signedIn = credentials.origins();
  const named = new Map<string, ChosenSite>();
  for (const each of files.all()) {
    const site = siteOf(each);
    if (site && !named.has(site.origin)) named.set(site.origin, site);
  }
  const [first, ...more] = named.values();
  if (first && more.length === 0 && !signedIn.includes(first.origin)) return first;
  const others = signedIn.filter((origin) => !named.has(origin)).map(unnamed);
  const sites = [...named.values(), ...others];
  if (sites.length === 0) return askForSite();
  const other = { label: vscode.l10n.t('Another site…'), alwaysShow: true, site: undefined };
  const picked = await vscode.window.showQuickPick(
    [...sites.map((site) => itemOf(site, signedIn.includes(site.origin))), other],
    { placeHolder: vscode.l10n.t('Which site do you want to sign in to?') },
  );
  if (!picked) throw new vscode.CancellationError();
  return picked.site ?? askForSite();
}

function itemOf(site: ChosenSite, isSignedIn: boolean) {
  const name = site.file ? [unlinked(site.file.name)] : [];
  const state = isSignedIn ? [vscode.l10n.t('signed in')] : [];
  return { label: site.host, description: [...name, ...state].join(' · '), site };
}

function siteOf(file: GuestFile): ChosenSite | undefined {
  const { site, organization } = file.document;
  return site && { ...hostOf(site.origin), organization, file };
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
  return unnamed(new URL(origin).origin);
}

function unnamed(origin: string): ChosenSite {
  return { ...hostOf(origin), organization: undefined, file: undefined };
}

function hostOf(origin: string): Pick<ChosenSite, 'origin' | 'host'> {
  return { origin, host: new URL(origin).host };
}
