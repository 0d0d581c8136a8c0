import * as vscode from 'vscode';
import { expiryWords, type Expiry } from '../access/expiry';
import type { Runtime } from '../confluence/runtime';
import { today } from './clock';
import type { Credential, Credentials } from './credentials';
import type { Files } from './files';
import { inform } from './message';
import { signIn, type Renewal } from './next';
import { Refusal } from './refusal';
import { askForToken, keep } from './secrets';
import { addKey } from './signIn';
import { speak } from './speak';

type Secret = Expiry['secret'];

/** Asks for nothing but the new secret and how long it lasts. `argument` is a {@link Renewal}, if anything. */
export async function renew(
  files: Files,
  credentials: Credentials,
  runtime: Runtime,
  argument: unknown,
): Promise<void> {
  const wanted = (argument ?? {}) as Renewal;
  const origin = wanted.origin ?? (await chooseOrigin(files, credentials));
  const known = await credentials.get(origin);
  const { host } = new URL(origin);
  if (!known) {
    throw new Refusal(vscode.l10n.t('You are not signed in to {site}.', { site: host }), signIn());
  }
  const secret = wanted.secret ?? (await chooseSecret(origin, known, credentials));
  const isForSession = credentials.isForSession(origin);
  const storage = isForSession ? 'works' : await credentials.tryStorage();
  const asking = { site: { origin, host }, credentials, runtime, storage };
  if (secret === 'key') {
    await addKey(asking, known, { organization: known.organization?.id, renews: true });
  } else {
    const { value, keeping } = await askForToken(asking, known, true);
    await keep(asking, value.credential, isForSession ? 'session' : keeping);
  }
  void inform(vscode.l10n.t('Your credentials for {site} are renewed.', { site: host }));
}

/** The site of the file in the active editor, else the only one, else the one that is picked. */
async function chooseOrigin(files: Files, credentials: Credentials): Promise<string> {
  await files.ready;
  const origins = credentials.origins();
  const [first, ...others] = origins;
  if (first === undefined) {
    throw new Refusal(vscode.l10n.t('You are not signed in anywhere.'), signIn());
  }
  if (others.length === 0) return first;
  const uri = vscode.window.activeTextEditor?.document.uri;
  const origin = uri && files.get(uri)?.document.site?.origin;
  if (origin !== undefined && origins.includes(origin)) return origin;
  const picked = await vscode.window.showQuickPick(
    origins.map((each) => ({ label: new URL(each).host, origin: each })),
    { placeHolder: vscode.l10n.t('For which site do you want to renew your credentials?') },
  );
  if (!picked) throw new vscode.CancellationError();
  return picked.origin;
}

async function chooseSecret(
  origin: string,
  { email, organization }: Credential,
  credentials: Credentials,
): Promise<Secret> {
  const expiries = credentials.credentialExpiry(origin, today());
  const item = (secret: Secret, label: string) => {
    const expiry = expiries.find((one) => one.secret === secret);
    return { label, description: expiry ? speak(expiryWords(expiry)) : '', secret };
  };
  const picked = await vscode.window.showQuickPick(
    [
      item('token', vscode.l10n.t('API token of {email}', { email })),
      item(
        'key',
        organization
          ? vscode.l10n.t('Organization admin key')
          : vscode.l10n.t('Add an organization admin key'),
      ),
    ],
    { placeHolder: vscode.l10n.t('What do you want to renew?') },
  );
  if (!picked) throw new vscode.CancellationError();
  return picked.secret;
}
