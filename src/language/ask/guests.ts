import { addressKey } from '../../document/address';
import type { Guest, Team } from '../../document/model';
import { sentence } from '../../document/sentence';
import { isGranted } from '../../sync/desired';
import type { Known } from '../known';
import type { Answers } from './answers';
import { other } from './choose';
import { namesOn } from './lists';
import type { ChosenPage } from './page';
import { verbatim, type Choice, type Step } from './question';

/** Who gets the page; the entry for a new guest is called `other`. Not asked where the file has nobody to offer. */
export function askGuests(choicesFor: (answers: Answers) => readonly Choice[]): Step<Answers> {
  return (answers) => {
    const choices = choicesFor(answers);
    if (choices.length === 0) return undefined;
    const picked = new Set(answers.guests);
    return {
      kind: 'many',
      prompt: sentence('With whom do you want to share the page?'),
      needed: sentence('Check at least one guest or team.'),
      choices: [
        ...choices,
        { value: other, label: sentence('A new guest…'), isNew: true } satisfies Choice,
      ].map((choice) => ({ ...choice, picked: picked.has(choice.value) })),
      take: (guests) => ({ ...answers, guests }),
    };
  };
}

/**
 * The teams and guests who have access to the space of the page, as lists name them; those who may view
 * and edit the page already are left out.
 */
export function guestChoices(known: Known, page: ChosenPage | undefined): readonly Choice[] {
  const { document, today } = known;
  const able = new Map(
    document.guests
      ?.filter((guest) => isGranted(guest, today))
      .filter(({ space }) => page?.spaceKey === undefined || space === page.spaceKey)
      .map((guest) => [addressKey(guest.email), guest]),
  );
  const teams = [...document.teams.values()].filter(({ members }) =>
    members.every(({ email }) => able.has(addressKey(email))),
  );
  const views = namesOn(page?.entry?.view, document);
  const edits = namesOn(page?.entry?.edit, document);
  return [...teams.map(teamChoice), ...[...able.values()].map(guestChoice)]
    .filter((choice) => !(views(choice.value) && edits(choice.value)))
    .map((choice) =>
      views(choice.value) ? { ...choice, detail: sentence('Views the page already') } : choice,
    );
}

function teamChoice({ name, members }: Team): Choice {
  return {
    value: `team:${name}`,
    label: verbatim(name),
    description: verbatim(members.map(({ email }) => email).join(', ')),
    group: sentence('Teams'),
  };
}

function guestChoice({ email, name }: Guest): Choice {
  return {
    value: email,
    label: verbatim(name ?? email),
    ...(name !== undefined && { description: verbatim(email) }),
    group: sentence('Guests'),
  };
}
