import { addressKey } from '../document/address';

/**
 * What a sync did that the site itself may not show: a site can hide an invited person until the
 * invitation is accepted. Append-only; it holds no secret.
 */
export interface Journal {
  /** Everything recorded for this site, oldest first. */
  read(): Promise<readonly JournalEntry[]>;
  append(entry: JournalEntry): Promise<void>;
}

export type JournalEntry = { readonly at: string } &
  /** Written before the request, so that a crash in between is known. */
  (
    | { readonly kind: 'inviting'; readonly email: string }
    | { readonly kind: 'invited'; readonly email: string; readonly accountId?: string | undefined }
    /** The site refused, so no mail went out. */
    | { readonly kind: 'notInvited'; readonly email: string }
    /** The site refused to give the invited person anything before the invitation is accepted. */
    | { readonly kind: 'notYet'; readonly email: string }
    /** The site shows the person in a space, so the site's own word counts again. */
    | { readonly kind: 'seen'; readonly email: string }
    /** Written before the Guest role, or the space that it is for, is taken away. */
    | { readonly kind: 'revoking'; readonly accountId: string }
    /** The site shows no Guest role any more. */
    | { readonly kind: 'revoked'; readonly accountId: string; readonly email: string }
  );

/** What the journal amounts to. */
export interface Memory {
  /** Invitations that the site does not confirm yet, by `addressKey`. */
  readonly invited: ReadonlyMap<string, Invited>;
  /** Account ids whose Guest role is still to be taken away. */
  readonly revoking: ReadonlySet<string>;
}

export interface Invited {
  readonly at: string;
  readonly accountId: string | undefined;
  /** `false`: it is not known whether the site received the invitation. */
  readonly sure: boolean;
  /** The site refuses everything until the invitation is accepted. */
  readonly refused: boolean;
}

export const emptyMemory: Memory = { invited: new Map(), revoking: new Set() };

export function remember(entries: readonly JournalEntry[]): Memory {
  const invited = new Map<string, Invited>();
  const revoking = new Set<string>();
  for (const entry of entries) {
    switch (entry.kind) {
      case 'inviting':
        if (!invited.get(addressKey(entry.email))?.sure) {
          invited.set(addressKey(entry.email), {
            at: entry.at,
            accountId: undefined,
            sure: false,
            refused: false,
          });
        }
        break;
      case 'invited':
        invited.set(addressKey(entry.email), {
          at: entry.at,
          accountId: entry.accountId,
          sure: true,
          refused: false,
        });
        break;
      case 'notYet': {
        const earlier = invited.get(addressKey(entry.email));
        if (earlier) invited.set(addressKey(entry.email), { ...earlier, refused: true });
        break;
      }
      case 'notInvited':
      case 'seen':
        invited.delete(addressKey(entry.email));
        break;
      case 'revoking':
        revoking.add(entry.accountId);
        break;
      case 'revoked':
        revoking.delete(entry.accountId);
        invited.delete(addressKey(entry.email));
        break;
    }
  }
  return { invited, revoking };
}
