import * as vscode from 'vscode';
import type { Runtime } from '../confluence/runtime';
import type { ChosenSite } from './chooseSite';
import { isCancellation } from './command';
import type { Credential, Credentials } from './credentials';
import { language } from './language';
import { confirm, inform } from './message';
import { askForKey, askForToken, keep, type Asking } from './secrets';
import { speak } from './speak';

/**
 * Asks for credentials, each verified by one harmless call before it is kept, for this site alone, and
 * says at the end who is signed in. Throws a cancellation when nobody is.
 */
export async function signIn(
  site: ChosenSite,
  credentials: Credentials,
  runtime: Runtime,
): Promise<void> {
  if (!credentials.origins().includes(site.origin)) await confirmNew(site);
  const known = await credentials.get(site.origin);
  const asking = { site, credentials, runtime, storage: await credentials.tryStorage() };
  const { value, keeping } = await askForToken(asking, known, false);
  const { name, credential } = value;
  await keep(asking, credential, keeping);
  if (!hasKey(known, site)) {
    const asked = { ...asking, storage: 'works' } as const;
    await addKey(asked, credential, { organization: site.organization }).catch(goWithout);
  }
  const facts = { site: site.host, name };
  void inform(
    credentials.isForSession(site.origin)
      ? vscode.l10n.t('Signed in to {site} as {name} until this window closes.', facts)
      : vscode.l10n.t('Signed in to {site} as {name}.', facts),
  );
}

/** Whether there is a key for the organization that the file names. */
function hasKey(known: Credential | undefined, { organization }: ChosenSite): boolean {
  const id = known?.organization?.id;
  return id !== undefined && (organization === undefined || organization === id);
}

/** Asks for the organization admin key that goes with a credential, and keeps it together with that. */
export async function addKey(
  asking: Asking,
  credential: Credential,
  { organization, renews = false }: { organization: string | undefined; renews?: boolean },
): Promise<void> {
  const given = await askForKey(asking, organization, renews);
  if (!given) return;
  const whole = { ...credential, organization: given.value };
  // What goes with a credential that ends with the window ends with it.
  const isForSession = asking.credentials.isForSession(asking.site.origin);
  await keep(asking, whole, isForSession ? 'session' : given.keeping);
}

/** Leaving is another way to go without a key: the person is signed in all the same. */
function goWithout(error: unknown): void {
  if (!isCancellation(error)) throw error;
}

/**
 * A file of a workspace may come from anybody, and an address may look like another: a person looks at
 * where the credentials will go.
 */
async function confirmNew({ origin, host, file }: ChosenSite): Promise<void> {
  const doubts = language().aboutHost(origin).map(speak);
  if (!file && doubts.length === 0) return;
  const about = file
    ? vscode.l10n.t(
        '{file} names this site, and your API token will be sent to it. Continue only if it is your company’s site.',
        { file: file.name },
      )
    : vscode.l10n.t(
        'Your API token will be sent to it. Continue only if it is your company’s site.',
      );
  await confirm(
    vscode.l10n.t('Sign in to {site}?', { site: host }),
    [about, ...doubts].join('\n\n'),
    vscode.l10n.t('Continue'),
  );
}
