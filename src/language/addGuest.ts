import { addGuest } from '../document/edit/entry';
import { addSpace } from '../document/edit/space';
import { entriesOf } from '../document/entries';
import type { Sentence } from '../document/sentence';
import { askAddress, readPerson, refuseAddress } from './ask/address';
import type { Answers } from './ask/answers';
import { askExpiry, noEnd } from './ask/expiry';
import { makesList } from './ask/lists';
import { pageReader, type ChosenPage } from './ask/page';
import { askPages, pagesOf } from './ask/pages';
import type { Step } from './ask/question';
import { askReason } from './ask/reason';
import { askRole } from './ask/role';
import { askSpace, spaceOf } from './ask/space';
import { askStaff } from './ask/staff';
import { when } from './ask/when';
import { together, type FindEdits } from './inTurn';
import type { Known } from './known';
import { putOnPage } from './putOnPage';
import { writeInTurn, type Writing } from './writing';

/** Add Guest: the questions about a new guest and the pages to view. */
export function addGuestSteps(known: Known, given: Answers): readonly Step<Answers>[] {
  const read = pageReader(known);
  const restricts = (answers: Answers): boolean =>
    pagesOf(answers, known, read).some((page) => makesList('view', page));
  return [
    ...(given.address ? [] : askAddress(known, (answers) => spaceOf(answers, known))),
    ...(given.space ? [] : askSpace(known)),
    ...askRole(known),
    ...askPages(known, read),
    ...when(restricts, askStaff(known)),
    ...askExpiry(known),
    askReason,
  ];
}

/** Why these answers cannot be written, or cannot any more: the file may have changed since they were given. */
export function refuseGuest(answers: Answers, known: Known): Sentence | undefined {
  const { address } = answers;
  return address && refuseAddress(address.text, known, spaceOf(answers, known));
}

/** What Add Guest writes. */
export function writeGuest(text: string, known: Known, answers: Answers): Writing {
  const { email } = readPerson(answers.address?.text ?? '');
  const space = spaceOf(answers, known);
  const pages = pagesOf(answers, known, pageReader(known));
  const put = (page: ChosenPage) => putOnPage(page, [email], 'view', answers, known.document);
  const listed = pages.filter(({ entry }) => entry).flatMap(put);
  const [first = [], ...others] = pages.filter(({ entry }) => !entry).map(put);
  return {
    // What is added behind the last entry must not be taken for a part of it.
    edits: writeInTurn(
      text,
      [
        ...together(listed),
        ...first,
        ...together(others.flat()),
        ...newGuest(answers, space, known),
      ],
      known,
    ),
    find: (document) => entriesOf(email, document).find((guest) => guest.space === space)?.span,
  };
}

/** The entry of the new guest, and of the space if the file does not own it yet. */
export function newGuest(
  { address, role, expires, reason }: Answers,
  space = '',
  { document }: Known,
): readonly FindEdits[] {
  const { email, name } = readPerson(address?.text ?? '');
  const fields = {
    email,
    ...(name !== undefined && { name }),
    space,
    ...(role && { role: role.text }),
    ...(expires && expires.text !== noEnd && { expires: expires.text }),
    ...(reason !== undefined && reason !== '' && { reason }),
  };
  return [
    ...(document.spaces.has(space) ? [] : [(text: string) => addSpace(text, space, 'additive')]),
    (text) => addGuest(text, fields),
  ];
}
