import { addGuest } from '../../document/edit/entry';
import { setField } from '../../document/edit/field';
import { addToList } from '../../document/edit/list';
import { addSpace } from '../../document/edit/space';
import { wordsAt, writeText } from '../../document/edit/value';
import type { SharedPage } from '../../document/model';
import { nearest } from '../../document/nearest';
import { sentence } from '../../document/sentence';
import type { Finding, FindingCode } from '../../sync/finding';
import { accessOf, guestsIn } from '../../sync/live';
import { found, foundIn } from '../../sync/look';
import { roleOf } from '../../sync/role';
import { whoIs } from '../../sync/step';
import type { Known } from '../known';
import { maxChoices, pageAround } from './declared';
import type { Fix } from './fix';
import { fix, offered } from './fix';
import { removeAround } from './guest';
import { changeListed } from './listed';
import { leavingNoMore } from './mistakes';
import { principalAt, takeOff } from './names';
import { addGroup } from './page';
import { bringTogether } from './sharing';

interface Asked {
  readonly text: string;
  readonly finding: Finding;
  readonly known: Known;
}

/** The repairs of what the site has shown about the text; the reading in `known` is for this very text. */
export function fixesForFinding(text: string, finding: Finding, known: Known): readonly Fix[] {
  return leavingNoMore(text, offered(repairs[finding.code]({ text, finding, known })), known);
}

const none = (): readonly Fix[] => [];

const repairs: Readonly<Record<FindingCode, (asked: Asked) => readonly Fix[]>> = {
  waiting: none,
  notChecked: none,
  noOrganization: none,
  sharedAccount: none,
  paidUser: none,
  deactivated: none,
  spaceMissing: none,
  spaceUnread: none,
  unknownRole,
  guestElsewhere: none,
  unlistedGuest,
  unidentifiedGuest: none,
  pageMissing,
  pageUnread: none,
  pageOutsideSpaces,
  guestOutsidePageSpace,
  titleChanged,
  noStaff,
  unknownGroup,
  unknownUser: none,
  restrictsHome: none,
  blockedByAncestor,
  viewRestricted,
  removalCap: none,
  cannotUndo: none,
};

function unknownRole({
  text,
  finding: { span },
  known: { reading, lists },
}: Asked): readonly Fix[] {
  const roles = foundIn(reading?.live.roles ?? lists?.roles).map(({ name }) => name);
  const choices = roles.length > 0 ? roles : ['viewer', 'contributor'];
  const written = reading?.document.guests?.find((guest) => guest.span.start === span.start)?.role;
  const near = written === undefined ? undefined : nearest(written, choices);
  return choices.slice(0, maxChoices).map((role) =>
    fix(sentence('Change the role to `{role}`', { role }), setField(text, span, 'role', role), {
      preferred: role === near,
    }),
  );
}

/** The entry says what the site shows, so that a sync changes nothing, or plans to take it away. */
function unlistedGuest({
  text,
  finding,
  known: { document, reading, lists },
}: Asked): readonly Fix[] {
  const space = [...document.spaces.values()].find((one) => one.span.start === finding.span.start);
  if (!space || !reading) return [];
  const { live } = reading;
  const [person, ...others] = guestsIn(live, space.key).filter(
    (one) => whoIs(one).label === finding.sentence.facts['who'],
  );
  if (!person || others.length > 0) return [];
  const { accountId, name } = person;
  const listed = foundIn(lists?.guests).find((one) => one.accountId === accountId);
  const email = person.email ?? listed?.email;
  if (email === undefined) return [];
  const access = accessOf(live, space.key, accountId);
  const role = access && roleOf(access, live);
  const named = name === email ? {} : { name };
  const entry = { email, ...named, space: space.key };
  return [
    fix(
      sentence('Add `{email}` to this file', { email }),
      addGuest(text, role === undefined ? entry : { ...entry, role }),
    ),
    fix(
      sentence('Plan to take the access of `{email}` away', { email }),
      addGuest(text, { ...entry, access: 'revoked' }),
    ),
  ];
}

function pageMissing({ text, finding, known }: Asked): readonly Fix[] {
  const page = pageAround(known, finding.span);
  const named = foundIn(known.lists?.pages).filter(({ title }) => title === page?.title);
  const [only] = named.length === 1 ? named : [];
  return [
    fix(
      sentence('Change to `{id}`', { id: only?.id ?? '' }),
      only ? writeText(text, finding.span, only.id) : [],
      { preferred: true },
    ),
    fix(sentence('Remove this page from the file'), removeAround(text, finding.span)),
  ];
}

function pageOutsideSpaces({ text, finding }: Asked): readonly Fix[] {
  const space = String(finding.sentence.facts['space']);
  return [
    fix(sentence('Add the space `{space}` to this file', { space }), addSpace(text, space), {
      preferred: true,
    }),
    fix(sentence('Remove this page from the file'), removeAround(text, finding.span)),
  ];
}

function guestOutsidePageSpace({ text, finding, known }: Asked): readonly Fix[] {
  const { who, space } = finding.sentence.facts;
  return bringTogether(text, finding.span, String(who), String(space), known);
}

function titleChanged(asked: Asked): readonly Fix[] {
  const page = pageOf(asked);
  const live = page && found(asked.known.reading?.live.pages.get(page.id));
  if (!live) return [];
  const { title } = live;
  const edits = setField(asked.text, page.span, 'title', title);
  return [fix(sentence('Change the title to “{title}”', { title }), edits, { preferred: true })];
}

function noStaff(asked: Asked): readonly Fix[] {
  const page = pageOf(asked);
  if (!page) return [];
  return (['view', 'edit'] as const).flatMap((list) => {
    const isWithout =
      page[list] && !page[list].some(({ kind }) => kind === 'group' || kind === 'user');
    return isWithout ? addGroup(asked.text, page, list, asked.known) : [];
  });
}

function unknownGroup({ text, finding: { span }, known }: Asked): readonly Fix[] {
  const principal = principalAt(text, span);
  const groups = foundIn(known.lists?.groups).map(({ name }) => name);
  const meant = principal?.kind === 'group' ? nearest(principal.name, groups) : undefined;
  const off = takeOff(text, span);
  if (meant === undefined) return [off];
  return [changeListed(text, span, `group:${meant}`, { preferred: true }), off];
}

function blockedByAncestor(asked: Asked): readonly Fix[] {
  const page = pageOf(asked);
  const edits = page ? setField(asked.text, page.span, 'ancestors', 'grant') : [];
  return [fix(sentence('Add `ancestors: grant`'), edits, { preferred: true })];
}

/** Those who may edit are those who must view. */
function viewRestricted(asked: Asked): readonly Fix[] {
  const page = pageOf(asked);
  const names = page?.edit?.flatMap(({ span }) => wordsAt(asked.text, span) ?? []) ?? [];
  const edits = page && names.length > 0 ? addToList(asked.text, page.span, 'view', ...names) : [];
  return [fix(sentence('Add a `view` list of those on `edit`'), edits, { preferred: true })];
}

function pageOf({ finding, known }: Asked): SharedPage | undefined {
  return pageAround(known, finding.span);
}
