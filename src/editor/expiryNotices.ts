import * as vscode from 'vscode';
import { expiryWords, type Expiry } from '../access/expiry';
import { today } from './clock';
import { offer } from './command';
import type { Credentials } from './credentials';
import type { Files } from './files';
import { warn } from './message';
import { renew } from './next';
import { speak } from './speak';

/**
 * Says that a token or key ends soon or has ended: one at a time, each at most once a day, and only
 * where the problems of a file do not say it already.
 */
export function registerExpiryNotices(
  files: Files,
  credentials: Credentials,
  state: vscode.Memento,
): vscode.Disposable {
  let isShown = false;
  const look = async (): Promise<void> => {
    await files.ready;
    if (isShown || !vscode.workspace.isTrusted) return;
    const ending = endingAnywhere(files, credentials).find((one) => !isTold(one, state));
    if (!ending) return;
    const { origin, expiry } = ending;
    isShown = true;
    try {
      await state.update(keyOf(ending), today());
      await offer(warn, wordsFor(ending), renew({ origin, secret: expiry.secret }));
    } finally {
      isShown = false;
    }
  };
  void look();
  return vscode.Disposable.from(
    credentials.onDidChange(() => void look()),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) void look();
    }),
  );
}

interface Ending {
  readonly origin: string;
  readonly expiry: Expiry;
}

function endingAnywhere(files: Files, credentials: Credentials): readonly Ending[] {
  const named = new Set(files.all().map(({ document }) => document.site?.origin));
  return credentials
    .origins()
    .filter((origin) => !named.has(origin))
    .flatMap((origin) =>
      credentials
        .credentialExpiry(origin, today())
        .filter(({ state }) => state !== 'good')
        .map((expiry) => ({ origin, expiry })),
    );
}

function isTold(ending: Ending, state: vscode.Memento): boolean {
  return state.get(keyOf(ending)) === today();
}

/** The day on which it was last said. */
function keyOf({ origin, expiry }: Ending): string {
  return `told ${expiry.secret} ${origin}`;
}

export function wordsFor({ origin, expiry }: Ending): string {
  const facts = { site: new URL(origin).host, when: speak(expiryWords(expiry)) };
  return expiry.secret === 'token'
    ? vscode.l10n.t('Your API token for {site} {when}.', facts)
    : vscode.l10n.t('Your organization admin key for {site} {when}.', facts);
}
