import { entriesOf } from '../document/entries';
import type { Document, Span } from '../document/model';
import { siteSpan } from '../document/site';
import type { Planner } from './apply';
import { blocked, join, nothing, notice, take, type Draft } from './draft';
import type { RecordedOutcome, SyncRecord } from './history';
import { accessOf, type Live } from './live';
import { found } from './look';
import type { Restriction } from './model';
import { toPlan } from './plan';
import { pairsOf } from './role';
import type { CloseStep, EntryStep, InviteStep, RevokeStep, SpaceStep, Who } from './step';
import { accountOf } from './world';

/** The newest sync that changed something and has not been taken back. */
export function lastSync(records: readonly SyncRecord[]): SyncRecord | undefined {
  const undone = new Set(records.map(({ undoes }) => undoes));
  return records.findLast(
    ({ sync, undoes, steps }) =>
      undoes === undefined && !undone.has(sync) && steps.some(mayHaveChanged),
  );
}

/** A step whose end is not known may have changed the site too. */
function mayHaveChanged({ state }: RecordedOutcome): boolean {
  return state === 'done' || state === 'unconfirmed' || state === 'unknown';
}

/**
 * The way back from one sync, as an ordinary plan: only what the site still shows as the sync left
 * it is taken back, and only in spaces that the file owns.
 */
export function undoPlanner(record: SyncRecord): Planner {
  return (document, live) =>
    toPlan(
      join(
        record.steps
          .filter(mayHaveChanged)
          .map((outcome) => inverse(outcome, { document, live, record })),
      ),
      document,
      live,
    );
}

interface Past {
  readonly document: Document;
  readonly live: Live;
  readonly record: SyncRecord;
}

function inverse({ step }: RecordedOutcome, past: Past): Draft {
  switch (step.kind) {
    case 'invite':
      return undoInvitation(step, past);
    case 'revoke':
      return cannotUndo(step, past);
    case 'grant':
    case 'move':
    case 'changeRole':
    case 'leave':
      return undoSpace(step, past);
    case 'close':
    case 'open':
      return undoClose(step, past);
    case 'allow':
    case 'disallow':
      return undoEntry(step, past);
  }
}

/** The guest entry that a step was about stands where the file still has it. */
function spanOf({ email }: Who, { document }: Past): Span {
  const [guest] = email === undefined ? [] : entriesOf(email, document);
  return guest?.emailSpan ?? siteSpan(document);
}

function accountIn(who: Who, { live }: Past): string | undefined {
  return who.accountId ?? (who.email === undefined ? undefined : accountOf(live, who.email));
}

function undoInvitation({ who }: InviteStep, past: Past): Draft {
  const accountId = accountIn(who, past);
  const person = accountId === undefined ? undefined : past.live.people.get(accountId);
  if (accountId === undefined || person?.kind !== 'guest') return nothing;
  const leaves = past.record.steps.flatMap(({ step }) =>
    step.kind === 'grant' && step.who.label === who.label
      ? [`leave ${accountId} ${step.space}`]
      : [],
  );
  const span = spanOf(who, past);
  const step = {
    kind: 'revoke',
    id: `revoke ${accountId}`,
    span,
    after: [],
    waiting: false,
    who: { ...who, accountId },
  } as const;
  const present = [...past.document.spaces.keys()].some((key) =>
    accessOf(past.live, key, accountId),
  );
  // Somebody may have given an active guest another space, which the role is for by now.
  const isOurs = present || person.state !== 'active';
  return join([
    isOurs ? take({ ...step, after: present ? leaves : [] }) : nothing,
    notice(
      'cannotUndo',
      span,
      'The invitation that Atlassian mailed to {who} cannot be called back',
      {
        who: who.label,
      },
    ),
  ]);
}

function cannotUndo({ who }: RevokeStep, past: Past): Draft {
  return blocked(
    'cannotUndo',
    spanOf(who, past),
    '{who} has lost the Guest role, which only a new invitation gives back: grant the access in the file and sync',
    { who: who.label },
  );
}

function undoSpace(step: SpaceStep, past: Past): Draft {
  const accountId = accountIn(step.who, past);
  const owned = past.document.spaces;
  if (accountId === undefined || !owned.has(step.space)) return nothing;
  const now = pairsOf(accessOf(past.live, step.space, accountId));
  const base = {
    span: spanOf(step.who, past),
    after: [],
    waiting: false,
    who: { ...step.who, accountId },
    role: undefined,
    from: undefined,
  };
  const asBefore = { restore: step.before };
  switch (step.kind) {
    case 'grant':
      return now.length === 0
        ? nothing
        : take({
            ...base,
            kind: 'leave',
            id: `leave ${accountId} ${step.space}`,
            space: step.space,
            before: now,
          });
    case 'leave':
      return now.length > 0 || isGuestNoMore(accountId, past)
        ? nothing
        : take({
            ...base,
            ...asBefore,
            kind: 'grant',
            id: `grant ${accountId} ${step.space}`,
            space: step.space,
            before: [],
          });
    case 'changeRole':
      return now.length === 0 || same(now, step.before)
        ? nothing
        : take({
            ...base,
            ...asBefore,
            kind: 'changeRole',
            id: `changeRole ${accountId} ${step.space}`,
            space: step.space,
            before: now,
          });
    case 'move':
      return now.length === 0 || step.from === undefined || !owned.has(step.from)
        ? nothing
        : take({
            ...base,
            ...asBefore,
            kind: 'move',
            id: `move ${accountId} ${step.from}`,
            space: step.from,
            from: step.space,
            before: now,
          });
  }
}

/** Nobody but a guest can be given a guest's space back. */
function isGuestNoMore(accountId: string, { live, record }: Past): boolean {
  const kind = live.people.get(accountId)?.kind;
  const revoked = record.steps.some(
    ({ step }) => step.kind === 'revoke' && step.who.accountId === accountId,
  );
  return kind === undefined ? revoked : kind !== 'guest';
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The restriction as it is now; `undefined` when the page cannot be seen or is not the file's. */
function restrictionNow(
  { page, operation }: CloseStep | EntryStep,
  { document, live }: Past,
): Restriction | undefined {
  const now = found(live.pages.get(page.id));
  return now && document.spaces.has(now.spaceKey) ? now[operation] : undefined;
}

/** A page that the sync restricted is opened again, unless somebody else has been put on it since. */
function undoClose(step: CloseStep, past: Past): Draft {
  const now = restrictionNow(step, past);
  if (!now || step.kind === 'open') return nothing;
  const present = [...now.users, ...now.groups.map(({ id }) => id)];
  if (present.length === 0) return nothing;
  const added = addedBy(step, past);
  const span = siteSpan(past.document);
  if (!present.every((id) => added.has(id))) {
    return blocked(
      'cannotUndo',
      span,
      '“{title}” stays restricted, because others have been put on its restriction since: open it in Confluence',
      { title: step.page.title },
    );
  }
  return take({
    ...step,
    kind: 'open',
    id: `open ${step.operation} ${step.page.id}`,
    span,
    after: [],
    users: now.users.map((id) => ({ id, label: id })),
    groups: now.groups.map(({ id, name }) => ({ id, label: name })),
    before: now,
  });
}

/** Everybody whom the sync put on the restriction of a page that was open. */
function addedBy(step: CloseStep, past: Past): ReadonlySet<string> {
  const ids = [...step.users, ...step.groups].map(({ id }) => id);
  for (const { step: other } of past.record.steps) {
    if (other.kind !== 'allow' || !isSameRestriction(other, step)) continue;
    const id = other.groupId ?? accountIn(other.who, past);
    if (id !== undefined) ids.push(id);
  }
  return new Set(ids);
}

function isSameRestriction(a: EntryStep, b: CloseStep | EntryStep): boolean {
  return a.page.id === b.page.id && a.operation === b.operation;
}

function undoEntry(step: EntryStep, past: Past): Draft {
  const now = restrictionNow(step, past);
  const closed = past.record.steps.some(
    (other) => other.step.kind === 'close' && isSameRestriction(step, other.step),
  );
  const id = step.groupId ?? accountIn(step.who, past);
  if (!now || closed || id === undefined) return nothing;
  const isThere = now.users.includes(id) || now.groups.some((group) => group.id === id);
  const kind = step.kind === 'allow' ? 'disallow' : 'allow';
  if (isThere === (kind === 'allow')) return nothing;
  return take({
    ...step,
    kind,
    id: `${kind} ${step.operation} ${step.page.id} ${id}`,
    span: spanOf(step.who, past),
    after: [],
    waiting: false,
    who: { ...step.who, accountId: step.groupId === undefined ? id : undefined },
    before: now,
  });
}
