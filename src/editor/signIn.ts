import * as vscode from 'vscode';
import type { Runtime } from '../confluence/runtime';
import { chooseSite, type ChosenSite } from './chooseSite';
import { isCancellation, registerTrustedCommand } from './command';
import type { Credential, Credentials } from './credentials';
import type { Files } from './files';
import { withProgress } from './progress';
import { ask } from './prompt';
import { verifyAdminKey, verifyToken } from './verify';

/** Sign In: each credential is verified by one harmless call before it is kept, for this site alone. */
export function registerSignIn(
  files: Files,
  credentials: Credentials,
  runtime: Runtime,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return registerTrustedCommand('confluenceGuests.signIn', log, async (argument) => {
    const site = await chooseSite(files, argument);
    if (!credentials.origins().includes(site.origin)) await confirmNew(site);
    const { name, credential } = await signInPerson(site, runtime);
    await keep(credentials, site, credential);
    const organization = await signInOrganization(site, runtime).catch(goWithout);
    if (organization) await keep(credentials, site, { ...credential, organization });
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Signed in to {site} as {name}.', { site: site.host, name }),
    );
    if (site.file) await vscode.commands.executeCommand('confluenceGuests.refresh');
  });
}

/** A file of a workspace may come from anybody, so a person looks at where the credentials will go. */
async function confirmNew({ host, file }: ChosenSite): Promise<void> {
  if (!file) return;
  const go = vscode.l10n.t('Continue');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('Sign in to {site}?', { site: host }),
    {
      modal: true,
      detail: vscode.l10n.t(
        '{file} names this site, and your API token will be sent to it. Continue only if it is your company’s site.',
        { file: file.name },
      ),
    },
    go,
  );
  if (chosen !== go) throw new vscode.CancellationError();
}

async function signInPerson(site: ChosenSite, runtime: Runtime): ReturnType<typeof verifyToken> {
  const title = titleFor(site);
  const email = await ask({
    title,
    prompt: vscode.l10n.t('The e-mail address of your Atlassian account'),
    placeHolder: 'lee@acme.com',
    refuse: (text) =>
      text.includes('@') ? undefined : vscode.l10n.t('Write your whole e-mail address'),
  });
  const token = await ask({
    title,
    prompt: vscode.l10n.t(
      'Your API token. Create one at id.atlassian.com/manage-profile/security/api-tokens',
    ),
    password: true,
    refuse: (text) => (text === '' ? vscode.l10n.t('Paste the API token') : undefined),
  });
  return withProgress(title, (_report, signal) =>
    verifyToken(site.origin, { email, token }, runtime, signal),
  );
}

/** Without the key guests can be given pages and spaces, but nobody can be invited or removed. */
async function signInOrganization(
  site: ChosenSite,
  runtime: Runtime,
): Promise<Credential['organization']> {
  const title = titleFor(site);
  const adminKey = await ask({
    title,
    prompt: vscode.l10n.t(
      'Organization admin API key, to invite and remove guests; leave it empty to go without. An organization admin creates it at admin.atlassian.com → Settings → API keys, without scopes',
    ),
    password: true,
  });
  if (adminKey === '') return undefined;
  const id =
    site.organization ??
    (await ask({
      title,
      prompt: vscode.l10n.t('The organization’s id, from the address admin.atlassian.com/o/<id>'),
      refuse: (text) => (text === '' ? vscode.l10n.t('Paste the organization’s id') : undefined),
    }));
  const organization = { id, adminKey };
  await withProgress(title, (_report, signal) =>
    verifyAdminKey(site.origin, organization, runtime, signal),
  );
  return organization;
}

/** Leaving is another way to go without a key: the person is signed in all the same. */
function goWithout(error: unknown): undefined {
  if (!isCancellation(error)) throw error;
}

async function keep(
  credentials: Credentials,
  { origin, host }: ChosenSite,
  credential: Credential,
): Promise<void> {
  if (await credentials.keep(origin, credential)) return;
  void vscode.window.showWarningMessage(
    vscode.l10n.t(
      'This computer’s secret storage does not work, so you stay signed in to {site} only until this window closes.',
      { site: host },
    ),
  );
}

function titleFor({ host }: ChosenSite): string {
  return vscode.l10n.t('Sign In to {site}', { site: host });
}
