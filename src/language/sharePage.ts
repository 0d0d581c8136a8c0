import { isWithin } from '../document/around';
import { entriesOf } from '../document/entries';
import type { Document, Span } from '../document/model';
import { once, onceEach } from '../document/once';
import { sentence, type Sentence } from '../document/sentence';
import { newGuest } from './addGuest';
import { askAccess } from './ask/access';
import { askAddress, readPerson, refuseAddress } from './ask/address';
import type { Answers } from './ask/answers';
import { chooseOrWrite, other, type Answer } from './ask/choose';
import { lookAtCopied } from './ask/copied';
import { askExpiry } from './ask/expiry';
import { askGuests, guestChoices } from './ask/guests';
import { firstViewer, firstWithout, makesList } from './ask/lists';
import { pageReader, type ChosenPage } from './ask/page';
import { isIn, pageChoices, pageLine } from './ask/pages';
import type { Choice, Step } from './ask/question';
import { askReason } from './ask/reason';
import { askRole } from './ask/role';
import { askSpace, spaceOf } from './ask/space';
import { askStaff } from './ask/staff';
import { when } from './ask/when';
import type { Known } from './known';
import { putOnPage } from './putOnPage';
import { writeInTurn, type Writing } from './writing';

/**
 * Share Page with Guest: the questions about a page, the guests and what they may do.
 * @param clipboard text that is offered if it is the address of a page that the file can share
 */
export function sharePageSteps(
  known: Known,
  given: Answers,
  clipboard: string,
): readonly Step<Answers>[] {
  const understand = understanding(known, given);
  const isNew = (answers: Answers): boolean => understand(answers).guests.includes(other);
  const isSomewhere = (answers: Answers): boolean =>
    isNew(answers) && understand(answers).page?.spaceKey === undefined;
  return [
    ...(given.page ? [] : askPage(known, given, clipboard)),
    ...(given.guests ? [] : [askGuests((answers) => understand(answers).choices)]),
    ...when(
      isNew,
      askAddress(known, (answers) => understand(answers).page?.spaceKey),
    ),
    ...when(isSomewhere, askSpace(known)),
    ...when(isNew, [...askRole(known), ...askExpiry(known), askReason]),
    askAccess((answers) => understand(answers).viewer),
    ...when((answers) => {
      const { page } = understand(answers);
      return page !== undefined && makesList(answers.list ?? 'view', page);
    }, askStaff(known)),
  ];
}

function askPage(
  known: Known,
  { guests = [] }: Answers,
  clipboard: string,
): readonly Step<Answers>[] {
  const read = pageReader(known);
  const spaces = guests.flatMap((who) => spacesOf(who, known));
  const line = pageLine(known, spaces, read);
  return chooseOrWrite(
    'page',
    once(() => {
      const copied = lookAtCopied(clipboard, spaces, line.refuse, read, known);
      return {
        prompt: copied.prompt ?? sentence('Which page do you want to share?'),
        choices: [
          ...(copied.choice ? [copied.choice] : []),
          ...pageChoices(known, (page) => isIn(page, spaces) && page.id !== copied.id, read),
        ],
        other: sentence('Another page…'),
        line,
      };
    }),
  );
}

/** What answers mean together. */
interface Understood {
  readonly page: ChosenPage | undefined;
  /** Who of the file can be given the page. */
  readonly choices: readonly Choice[];
  /** As lists name them, with `other` for a new guest. */
  readonly guests: readonly string[];
  /** One of them who cannot edit. */
  readonly viewer: string | undefined;
}

/** An earlier answer may have changed since a later one was given, so that some of that no longer counts. */
function understanding(known: Known, given: Answers): (answers: Answers) => Understood {
  const read = pageReader(known);
  const about = onceEach(({ text }: Answer) => {
    const result = read(text);
    const page = result.refused ? undefined : result.page;
    return { page, choices: given.guests ? [] : guestChoices(known, page) };
  });
  return onceEach((answers: Answers) => {
    const { page, choices } = about(answers.page ?? noPage);
    const guests = given.guests ?? guestsAmong(choices, answers);
    const isViewer = guests.includes(other) && answers.role?.text === 'viewer';
    const viewer = isViewer ? addressOf(answers) : firstViewer(guests, known);
    return { page, choices, guests, viewer };
  });
}

const noPage: Answer = { text: '', written: false };

function guestsAmong(choices: readonly Choice[], { guests = [] }: Answers): readonly string[] {
  if (choices.length === 0) return [other];
  const offered = new Set(choices.map(({ value }) => value));
  return guests.filter((value) => value === other || offered.has(value));
}

function addressOf({ address }: Answers): string {
  return readPerson(address?.text ?? '').email;
}

/** The spaces of a guest or of the members of a team. */
function spacesOf(who: string, { document }: Known): readonly string[] {
  return entriesOf(who, document).map(({ space }) => space);
}

/** Why these answers cannot be written, or cannot any more: the file may have changed since they were given. */
export function refuseShare(answers: Answers, given: Answers, known: Known): Sentence | undefined {
  const { address, page } = answers;
  const chosen = given.guests ?? answers.guests ?? [];
  const outside = firstWithout(
    chosen.filter((who) => who !== other),
    known,
  );
  if (outside !== undefined)
    return sentence('{email} has no access in this file: change the entry of the guest first.', {
      email: outside,
    });
  const read = pageReader(known);
  const understood = understanding(known, given)(answers);
  const space = understood.page?.spaceKey ?? spaceOf(answers, known);
  return (
    (page && read(page.text).refused) ??
    (understood.guests.includes(other) && address
      ? refuseAddress(address.text, known, space)
      : undefined)
  );
}

/** What Share Page with Guest writes. */
export function writeShare(text: string, known: Known, given: Answers, answers: Answers): Writing {
  const { page, guests } = understanding(known, given)(answers);
  if (!page) return { edits: undefined, find: () => undefined };
  // Whoever was chosen may be on the page already since then.
  if (guests.includes(other) && !answers.address) return { edits: [], find: () => undefined };
  const named = guests.map((who) => (who === other ? addressOf(answers) : who));
  const space = page.spaceKey ?? spaceOf(answers, known);
  return {
    edits: writeInTurn(
      text,
      [
        ...putOnPage(page, named, answers.list ?? 'view', answers, known.document),
        ...(guests.includes(other) ? newGuest(answers, space, known) : []),
      ],
      known,
    ),
    find: ({ pages = [] }) => pages.find(({ id }) => id === page.id)?.span,
  };
}

/** What is known already from the entry around a place of the file. */
export function givenAt(offset: number, { guests = [], pages = [] }: Document): Answers {
  const isHere = ({ span }: { readonly span: Span }): boolean => isWithin(span, offset);
  const guest = guests.find(isHere);
  const page = pages.find(isHere);
  return {
    ...(guest && { guests: [guest.email] }),
    ...(page && { page: { text: page.id, written: false } }),
  };
}
