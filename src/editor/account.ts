import { createRequire } from 'node:module';
import * as vscode from 'vscode';
import type * as bundle from '../account';
import type { Runtime } from '../confluence/runtime';
import { registerTrustedCommand } from './command';
import type { Credentials } from './credentials';
import type { Files } from './files';

/** Sign In and Renew Credentials. */
export function registerAccount(
  files: Files,
  credentials: Credentials,
  runtime: Runtime,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return vscode.Disposable.from(
    registerTrustedCommand('confluenceGuests.signIn', log, async (argument) => {
      const { chooseSite, signIn } = account();
      const site = await chooseSite(files, credentials, argument);
      await signIn(site, credentials, runtime);
      if (site.file) await vscode.commands.executeCommand('confluenceGuests.refresh');
    }),
    registerTrustedCommand('confluenceGuests.renewCredentials', log, (argument) =>
      account().renew(files, credentials, runtime, argument),
    ),
  );
}

/** What asks for credentials, a bundle beside this one that is loaded when it is first needed. */
function account(): typeof bundle {
  return createRequire(__filename)('./account.js') as typeof bundle;
}
