import type { Span } from '../document/model';
import { sentence, type Sentence } from '../document/sentence';
import type { Operation, Person, Restriction } from './model';

/** One change to the site. What was true before it is part of it, and so of the plan's fingerprint. */
export type Step = InviteStep | SpaceStep | RevokeStep | CloseStep | EntryStep;

interface StepBase {
  /** The same for the same change in every plan. */
  readonly id: string;
  /** The place in the file that asks for it. */
  readonly span: Span;
  /** Ids of steps that must be done first. */
  readonly after: readonly string[];
  /** The guest has not accepted the invitation, so the site may refuse until then. */
  readonly waiting: boolean;
}

export interface InviteStep extends StepBase {
  readonly kind: 'invite';
  readonly who: Who;
  /** `false` when an earlier try may have sent the mail already; nobody is mailed twice. */
  readonly notify: boolean;
}

/** Whom a step is about. The account is not known before the invitation. */
export interface Who {
  readonly email: string | undefined;
  readonly accountId: string | undefined;
  /** For people to read. */
  readonly label: string;
}

export function whoIs(person: Person): Who {
  return {
    email: person.email,
    accountId: person.accountId,
    label: person.email ?? person.name,
  };
}

export interface SpaceStep extends StepBase {
  readonly kind: 'grant' | 'move' | 'changeRole' | 'leave';
  readonly who: Who;
  readonly space: string;
  /** The role to have afterwards; `undefined` for `leave`. */
  readonly role: string | undefined;
  /** For `move`: the space to leave. */
  readonly from: string | undefined;
  /** The exact access to give back, in the words of `before`, instead of a role of the file. */
  readonly restore?: readonly string[] | undefined;
  /** What the guest may do in `from` or else in `space` today, for people and for the fingerprint. */
  readonly before: readonly string[];
  /** For `leave`: the Guest role is to follow, which takes an organization admin. */
  readonly roleFollows?: boolean | undefined;
}

export interface RevokeStep extends StepBase {
  readonly kind: 'revoke';
  readonly who: Who;
}

/**
 * `close`: the first entries of an open page's restriction, in one request; everybody else is shut
 * out by them. `open`: all entries are taken away again, so that everybody in the space is back.
 */
export interface CloseStep extends StepBase {
  readonly kind: 'close' | 'open';
  readonly page: PageName;
  readonly operation: Operation;
  readonly users: readonly { readonly id: string; readonly label: string }[];
  readonly groups: readonly { readonly id: string; readonly label: string }[];
  readonly before: Restriction;
}

export interface EntryStep extends StepBase {
  readonly kind: 'allow' | 'disallow';
  readonly page: PageName;
  readonly operation: Operation;
  readonly principal: 'user' | 'group';
  readonly who: Who;
  /** For a group, its id. */
  readonly groupId: string | undefined;
  readonly before: Restriction;
}

export interface PageName {
  readonly id: string;
  readonly title: string;
  readonly spaceKey: string;
}

/** The steps that change something now; the others wait for guests to accept their invitation. */
export function pendingSteps({ steps }: { readonly steps: readonly Step[] }): readonly Step[] {
  return steps.filter(({ waiting }) => !waiting);
}

/** The step in one sentence. */
export function describe(step: Step): Sentence {
  switch (step.kind) {
    case 'invite':
      return step.notify
        ? sentence('Invite {who} as a guest; Atlassian mails the invitation', {
            who: step.who.label,
          })
        : sentence(
            'Invite {who} as a guest again, without mail: an earlier one may be on its way',
            {
              who: step.who.label,
            },
          );
    case 'grant':
      return step.restore
        ? sentence('Give {who} the space {space} back as it was', facts(step))
        : sentence('Give {who} the space {space} as {role}', facts(step));
    case 'move':
      if (step.restore) {
        return sentence('Move {who} from space {from} back to {space}', facts(step));
      }
      return sentence('Move {who} from space {from} to {space} as {role}', facts(step));
    case 'changeRole':
      if (step.restore) {
        return sentence('Give {who} back the role they had in space {space}', facts(step));
      }
      return sentence('Make {who} {role} in space {space}', facts(step));
    case 'leave':
      return sentence('Take the space {space} away from {who}', facts(step));
    case 'revoke':
      return sentence(
        'Take the Guest role away from {who}; the Atlassian account and other products stay',
        {
          who: step.who.label,
        },
      );
    case 'close':
      return describeClose(step);
    case 'open':
      return sentence(
        step.operation === 'view'
          ? 'Open “{title}” to everybody in space {space} again'
          : 'Let everybody in space {space} edit “{title}” again',
        { title: step.page.title, space: step.page.spaceKey },
      );
    case 'allow':
      return sentence(
        step.operation === 'view' ? 'Let {who} view “{title}”' : 'Let {who} edit “{title}”',
        { who: step.who.label, title: step.page.title },
      );
    case 'disallow':
      return sentence(
        step.operation === 'view'
          ? 'Take {who} off the viewers of “{title}”'
          : 'Take {who} off the editors of “{title}”',
        { who: step.who.label, title: step.page.title },
      );
  }
}

function facts(step: SpaceStep): Record<string, string> {
  return {
    who: step.who.label,
    space: step.space,
    from: step.from ?? '',
    role: step.role ?? '',
  };
}

function describeClose(step: CloseStep): Sentence {
  const names = [...step.groups, ...step.users].map(({ label }) => label).join(', ');
  return sentence(
    step.operation === 'view'
      ? 'Restrict viewing “{title}” to {names} and the guests listed: everybody else in space {space} loses sight of it and of the pages below it'
      : 'Restrict editing “{title}” to {names} and the guests listed: everybody else in space {space} can no longer edit it',
    { title: step.page.title, names, space: step.page.spaceKey },
  );
}
