import { momentOf } from '../document/date';
import type { Guest } from '../document/model';
import { say, sentence, type Sentence } from '../document/sentence';
import { isGranted } from '../sync/desired';
import type { Speak } from '../sync/print';
import { describe, type Step } from '../sync/step';
import { handoffOf, type GuestTask } from './handoff';
import type { Reading } from './reading';
import { accountAddress, usersAddress } from './webAddress';

/** What somebody has to do, for whom, and how. */
interface Part {
  readonly title: Sentence;
  /** Each with what is said below it. */
  readonly items: readonly (readonly Sentence[])[];
  readonly how: readonly Sentence[];
}

/**
 * The message to those who have to do something before a sync can go on, ready to be sent by mail or
 * chat: what, for whom and why, where it is done, and how to tell that it is done. `undefined` when
 * nobody has to. `file` is the name of the file, `today` is `YYYY-MM-DD`.
 */
export function handoffText(
  reading: Reading,
  file: string,
  today: string,
  speak: Speak = say,
): string | undefined {
  const { guests, spaces } = handoffOf(reading, today);
  if (guests.length === 0 && spaces.size === 0) return undefined;
  const { document, live } = reading;
  const facts = { site: new URL(live.origin).host, caller: live.caller.name, file };
  const users = usersAddress(document.organization);
  const of = (kind: GuestTask['kind']): readonly GuestTask[] =>
    guests.filter((task) => task.kind === kind);
  const parts = [
    inviting(of('invite'), users, facts.site, today),
    ...accounts(reading, of),
    ...[...spaces].map(([space, steps]) => inSpace(space, steps, facts.caller)),
    ...(guests.length === 0 ? [] : [done(users, file)]),
    ...(of('invite').length === 0 ? [] : [goodToKnow(document.limits.guestsPerPaidUser)]),
  ];
  return [
    sentence('Guests of Confluence on {site}: what takes an admin', facts),
    sentence(
      '{file} says who from outside may use Confluence, and {caller} makes the site match it. These steps take somebody else, as of {time}:',
      { ...facts, time: momentOf(live.readAt) },
    ),
  ]
    .map(speak)
    .concat(parts.flatMap((part) => partText(part, speak)))
    .join('\n');
}

function partText({ title, items, how }: Part, speak: Speak): readonly string[] {
  if (items.length === 0 && how.length === 0) return [];
  return [
    '',
    speak(title),
    ...items.flatMap(([first, ...rest]) => [
      ...(first ? [`- ${speak(first)}`] : []),
      ...rest.map((one) => `  ${speak(one)}`),
    ]),
    ...how.map((one, index) => `${index + 1}. ${speak(one)}`),
  ];
}

function inviting(tasks: readonly GuestTask[], users: string, site: string, today: string): Part {
  const title = sentence('For an organization admin: invite as guests');
  if (tasks.length === 0) return { title, items: [], how: [] };
  return {
    title,
    items: tasks.map(({ entries }) =>
      entries.filter((entry) => isGranted(entry, today)).flatMap(wanted),
    ),
    how: [
      sentence(
        'Open {users} and choose to invite users. A site admin, who does not see that, opens https://admin.atlassian.com, then Apps, then {site}.',
        { users, site },
      ),
      sentence('Enter the addresses, at most ten at a time: {addresses}', {
        addresses: tasks.map(({ email }) => email).join(', '),
      }),
      sentence(
        'For Confluence on {site} choose the role Guest and nothing else: User, which is chosen at first, takes a paid seat for each.',
        { site },
      ),
      sentence(
        'Give each guest the one space named above: without a space Confluence lets nobody in.',
      ),
    ],
  };
}

function wanted({ email, name, space, role, expires, reason, owner }: Guest): readonly Sentence[] {
  const facts = { who: name === undefined ? email : `${email} (${name})`, space, role };
  return [
    expires === undefined
      ? sentence('{who}: space {space} as {role}', facts)
      : sentence('{who}: space {space} as {role}, until {date}', { ...facts, date: expires }),
    ...(reason === undefined ? [] : [sentence('Why: {reason}', { reason })]),
    ...(owner === undefined ? [] : [sentence('Asked for by {owner}', { owner })]),
  ];
}

function accounts(
  { document, live }: Reading,
  of: (kind: GuestTask['kind']) => readonly GuestTask[],
): readonly Part[] {
  const site = new URL(live.origin).host;
  const items = (kind: GuestTask['kind']): Part['items'] =>
    of(kind).map(({ email, account }) => [
      sentence('{who}: {link}', {
        who: email,
        link: accountAddress(document.organization, account),
      }),
    ]);
  return [
    {
      title: sentence(
        'For an organization admin: take the role Guest of Confluence on {site} away; the Atlassian account and other apps stay',
        { site },
      ),
      items: items('takeRole'),
      how: [],
    },
    {
      title: sentence('For an organization admin: restore the account, which is deactivated'),
      items: items('restore'),
      how: [],
    },
    {
      title: sentence(
        'For an organization admin: check whether the role User, which takes a paid seat, was given by mistake; if so, leave the role Guest alone (Atlassian does not let users become guests to save seats)',
      ),
      items: items('takeSeat'),
      how: [],
    },
  ];
}

function inSpace(space: string, steps: readonly Step[], caller: string): Part {
  return {
    title: sentence('For an admin of space {space}: do this, or make {caller} an admin of it', {
      space,
      caller,
    }),
    items: steps.map((step) => [describe(step)]),
    how: [],
  };
}

function done(users: string, file: string): Part {
  return {
    title: sentence('How to tell that it is done'),
    items: [
      [sentence('{users} shows each of them with the role that is wanted.', { users })],
      [sentence('The next sync of {file} sees that and does the rest.', { file })],
      [
        sentence(
          'If Confluence hides an address, the sync cannot. Please answer then with the account id, the last part of the address of the person’s page in that list.',
        ),
      ],
    ],
    how: [],
  };
}

function goodToKnow(ratio: number): Part {
  return {
    title: sentence('Good to know'),
    items: [
      [sentence('Guests cost nothing, up to {ratio} for each paid user.', { ratio })],
      [
        sentence(
          'No domain has to be verified and no beta switched on. Invite links do not make guests.',
        ),
      ],
    ],
    how: [],
  };
}
