import { addressKey } from '../document/address';
import type { Outcome } from './outcome';
import type { RecordedStep } from './stepSchema';

/**
 * What a sync did that the site itself may not show: a site can hide an invited person until the
 * invitation is accepted. Append-only; it holds no secret.
 */
export interface Journal {
  /**
   * What is recorded for this site, oldest first: the `memory` that planning needs, or with the
   * `history` of every step, which is long, everything.
   */
  read(part: JournalPart): Promise<readonly JournalEntry[]>;
  append(entry: JournalEntry): Promise<void>;
}

export type JournalPart = 'memory' | 'history';

export type JournalEntry = { readonly at: string } & (InvitationEntry | RoleEntry | SyncEntry);

type InvitationEntry =
  /** Written before the request, so that a crash in between is known; `sync` tells syncs apart. */
  | { readonly kind: 'inviting'; readonly email: string; readonly sync?: string | undefined }
  | { readonly kind: 'invited'; readonly email: string; readonly accountId?: string | undefined }
  /** A person asked for the mail to be sent again. */
  | { readonly kind: 'resending'; readonly email: string }
  /** The site refused, so no mail went out. */
  | { readonly kind: 'notInvited'; readonly email: string }
  /** The site refused to give the invited person anything before the invitation is accepted. */
  | { readonly kind: 'notYet'; readonly email: string }
  /** The site shows the person in a space, so the site's own word counts again. */
  | { readonly kind: 'seen'; readonly email: string; readonly accountId?: string | undefined };

type RoleEntry =
  /** Written before the Guest role, or the space that it is for, is taken away. */
  | {
      readonly kind: 'revoking';
      readonly accountId: string;
      readonly address?: string | undefined;
    }
  /** The site shows no Guest role any more. */
  | { readonly kind: 'revoked'; readonly accountId: string; readonly email: string };

/** The record of one sync. */
type SyncEntry =
  | {
      readonly kind: 'began';
      readonly sync: string;
      readonly by: string;
      readonly fingerprint: string;
      /** The sync that this one takes back. */
      readonly undoes?: string | undefined;
    }
  /** Written before the step, with what was true before it. */
  | {
      readonly kind: 'trying';
      readonly sync: string;
      readonly step: RecordedStep;
      readonly text: string;
    }
  | {
      readonly kind: 'outcome';
      readonly sync: string;
      readonly id: string;
      readonly state: Outcome['state'];
      readonly reason?: string | undefined;
    };

/** What the journal amounts to. */
export interface Memory {
  /** Invitations that the site does not confirm yet, by `addressKey`. */
  readonly invited: ReadonlyMap<string, Invited>;
  /** Account ids whose Guest role is still to be taken away. */
  readonly revoking: ReadonlySet<string>;
  /** Those among them whose address is known, by `addressKey`. */
  readonly leaving: ReadonlyMap<string, string>;
}

export interface Invited {
  readonly at: string;
  readonly accountId: string | undefined;
  /** `false`: it is not known whether the site received the invitation. */
  readonly sure: boolean;
  /** How many invitations left of which nobody knows what became; each may have sent the mail. */
  readonly open: number;
  /** The site refuses everything until the invitation is accepted. */
  readonly refused: boolean;
}

export const emptyMemory: Memory = { invited: new Map(), revoking: new Set(), leaving: new Map() };

const notInvited: Invited = {
  at: '',
  accountId: undefined,
  sure: false,
  open: 0,
  refused: false,
};

export function remember(entries: readonly JournalEntry[]): Memory {
  const invited = new Map<string, Invited>();
  const revoking = new Set<string>();
  const leaving = new Map<string, string>();
  for (const entry of entries) {
    switch (entry.kind) {
      case 'inviting': {
        const earlier = invited.get(addressKey(entry.email)) ?? notInvited;
        const open = earlier.open + 1;
        invited.set(addressKey(entry.email), { ...earlier, at: entry.at, open });
        break;
      }
      case 'invited': {
        const { at, accountId } = entry;
        const open = Math.max(0, (invited.get(addressKey(entry.email))?.open ?? 0) - 1);
        invited.set(addressKey(entry.email), { ...notInvited, at, accountId, sure: true, open });
        break;
      }
      case 'notYet': {
        const earlier = invited.get(addressKey(entry.email));
        if (earlier) invited.set(addressKey(entry.email), { ...earlier, refused: true });
        break;
      }
      case 'notInvited': {
        // An earlier try, whose answer was lost, may have sent the mail all the same.
        const earlier = invited.get(addressKey(entry.email)) ?? notInvited;
        const open = Math.max(0, earlier.open - 1);
        if (open > 0 || earlier.sure) invited.set(addressKey(entry.email), { ...earlier, open });
        else invited.delete(addressKey(entry.email));
        break;
      }
      case 'seen':
        invited.delete(addressKey(entry.email));
        leaving.delete(addressKey(entry.email));
        if (entry.accountId !== undefined) revoking.delete(entry.accountId);
        break;
      case 'revoking':
        revoking.add(entry.accountId);
        if (entry.address !== undefined) leaving.set(addressKey(entry.address), entry.accountId);
        break;
      case 'revoked':
        revoking.delete(entry.accountId);
        leaving.delete(addressKey(entry.email));
        invited.delete(addressKey(entry.email));
        break;
      case 'resending':
      case 'began':
      case 'trying':
      case 'outcome':
        break;
    }
  }
  return { invited, revoking, leaving };
}
