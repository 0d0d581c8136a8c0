import * as vscode from 'vscode';
import { offer, registerTrustedCommand } from './command';
import type { Credentials } from './credentials';
import type { GuestFile } from './file';
import type { Files } from './files';
import { inform } from './message';
import { startSandboxSite, type SandboxSite } from './sandboxSite';

/** A running site and the file that goes with it. */
interface Opened {
  readonly site: SandboxSite;
  readonly file: vscode.Uri;
}

/**
 * Open Sandbox Site: starts a simulated site on this computer, opens a file for it and signs in, until
 * the window closes. A second call opens the same one again.
 */
export function registerSandbox(
  files: Files,
  credentials: Credentials,
  folders: { readonly extension: vscode.Uri; readonly storage: vscode.Uri },
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  let opened: Opened | undefined;
  const sample = vscode.Uri.joinPath(folders.extension, 'media', 'sandbox');
  const open = async (): Promise<Opened> => {
    await files.ready;
    const seed = vscode.Uri.joinPath(sample, 'site.yaml');
    for (const file of files.all()) {
      const port = loopbackPort(file);
      const site = port && (await startSandboxSite(seed, port));
      if (site) return { site, file: file.uri };
    }
    const site = await startSandboxSite(seed, undefined);
    if (!site) throw new Error('No port is free');
    return { site, file: await copySample(sample, folders.storage, site.origin) };
  };
  const command = registerTrustedCommand('confluenceGuests.openSandbox', log, async () => {
    opened ??= await open();
    const { site, file } = opened;
    credentials.keepForSession(site.origin, site.credential);
    await vscode.window.showTextDocument(file);
    await vscode.commands.executeCommand('confluenceGuests.refresh');
    void offer(
      inform,
      vscode.l10n.t(
        'A simulated site runs at {site} until this window closes. Edit the file, then run Sync Guests: nothing leaves your computer.',
        { site: new URL(site.origin).host },
      ),
      {
        title: vscode.l10n.t('Preview Sync'),
        command: 'confluenceGuests.preview',
        arguments: [file],
      },
    );
  });
  return vscode.Disposable.from(command, {
    dispose: () => {
      void opened?.site.close();
    },
  });
}

/** The port of a file that already is for a site on this computer. */
function loopbackPort({ document: { site } }: GuestFile): number | undefined {
  if (!site) return undefined;
  const { protocol, hostname, port } = new URL(site.origin);
  return protocol === 'http:' && hostname === '127.0.0.1' && port !== '' ? Number(port) : undefined;
}

async function copySample(
  sample: vscode.Uri,
  storage: vscode.Uri,
  origin: string,
): Promise<vscode.Uri> {
  const name = 'collaborators.yaml';
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(sample, name));
  const text = new TextDecoder().decode(bytes).replace(/^site: .*$/m, `site: ${origin}`);
  const copy = vscode.Uri.joinPath(storage, 'sandbox', name);
  await vscode.workspace.fs.writeFile(copy, new TextEncoder().encode(text));
  return copy;
}
