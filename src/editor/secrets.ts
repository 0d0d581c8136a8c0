import * as vscode from 'vscode';
import type { Runtime } from '../confluence/runtime';
import { sentence, type Sentence } from '../document/sentence';
import type { KeyAnswers, Storage, TokenAnswers } from '../language/signIn';
import { isConfluenceError } from '../sync/error';
import type { ChosenSite } from './chooseSite';
import { today } from './clock';
import type { Credential, Credentials } from './credentials';
import { language } from './language';
import { warn } from './message';
import { runSteps } from './steps';
import { verifyAdminKey, verifyToken, type Verified } from './verify';

/** What asking for a secret takes. */
export interface Asking {
  readonly site: Pick<ChosenSite, 'origin' | 'host'>;
  readonly credentials: Credentials;
  readonly runtime: Runtime;
  readonly storage: Storage;
}

/** Something that was accepted, and where it is to be kept. */
interface Given<T> {
  readonly value: T;
  readonly keeping: 'storage' | 'session' | undefined;
}

/**
 * Asks for an API token until the site accepts it. With `renews` the e-mail address of what is known
 * stays; its organization admin key stays in any case.
 */
export async function askForToken(
  { site, runtime, storage }: Asking,
  known: Credential | undefined,
  renews: boolean,
): Promise<Given<Verified>> {
  const { tokenSteps, termOf } = language();
  let verified: Verified | undefined;
  const steps = tokenSteps({
    today: today(),
    storage,
    renews,
    verify: ({ email = '', token = '' }, signal) =>
      refusalOf(async () => {
        verified = await verifyToken(site.origin, { email, token }, runtime, signal);
      }),
  });
  const title = renews
    ? vscode.l10n.t('Renew API Token for {site}', { site: site.host })
    : vscode.l10n.t('Sign In to {site}', { site: site.host });
  const given = known ? { email: known.email } : {};
  const { keeping, expires } = await runSteps<TokenAnswers>(title, steps, given);
  if (!verified) throw new Error('The API token was not verified');
  const { name, credential } = verified;
  const { organization } = known ?? {};
  return {
    value: { name, credential: { ...credential, ...termOf(expires, today()), organization } },
    keeping,
  };
}

/**
 * Asks for an organization admin key until Atlassian accepts it for the organization. `undefined` when
 * there is none.
 */
export async function askForKey(
  { site, runtime, storage }: Asking,
  organization: string | undefined,
  renews: boolean,
): Promise<Given<NonNullable<Credential['organization']>> | undefined> {
  const { keySteps, termOf } = language();
  const steps = keySteps({
    today: today(),
    storage,
    renews,
    organization,
    verify: ({ organization: id = '', key: adminKey = '' }, signal) =>
      refusalOf(() => verifyAdminKey(site.origin, { id, adminKey }, runtime, signal)),
  });
  const title = vscode.l10n.t('Organization Admin Key for {site}', { site: site.host });
  const given = organization === undefined ? {} : { organization };
  const answers = await runSteps<KeyAnswers>(title, steps, given);
  if (answers.wanted === 'none') return undefined;
  const { organization: id = '', key: adminKey = '', expires, keeping } = answers;
  return { value: { id, adminKey, ...termOf(expires, today()) }, keeping };
}

/** Keeps what was accepted, where the person wants it kept. */
export async function keep(
  { site, credentials }: Asking,
  credential: Credential,
  keeping: Given<unknown>['keeping'],
): Promise<void> {
  if (keeping === 'session') {
    credentials.keepForSession(site.origin, credential);
    return;
  }
  if (await credentials.keep(site.origin, credential)) return;
  void warn(
    vscode.l10n.t(
      'This computer’s secret storage does not work, so you stay signed in to {site} only until this window closes.',
      { site: site.host },
    ),
  );
}

/** The sentence of a failure that was foreseen. */
async function refusalOf(work: () => Promise<unknown>): Promise<Sentence | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (!isConfluenceError(error)) throw error;
    return sentence('{why}', { why: error.message });
  }
}
