import * as vscode from 'vscode';
import type { SiteProblem } from '../access/problems/problem';
import { sentence } from '../document/sentence';
import { today } from './clock';
import type { Credentials } from './credentials';
import { wordsFor } from './expiryNotices';
import type { GuestFile } from './file';

/** That what somebody has signed in to the file's site with ends soon or has ended. */
export function credentialProblems(
  { document: { site } }: GuestFile,
  credentials: Credentials,
): readonly SiteProblem[] {
  if (!site || !vscode.workspace.isTrusted) return [];
  const { origin, span } = site;
  return credentials.credentialExpiry(origin, today()).flatMap((expiry): SiteProblem[] =>
    expiry.state === 'good'
      ? []
      : [
          {
            code: expiry.state === 'expired' ? 'credentialExpired' : 'credentialExpiring',
            span,
            step: undefined,
            sentence: sentence('{why}', { why: wordsFor({ origin, expiry }) }),
            related: [],
            readAt: undefined,
          },
        ],
  );
}
