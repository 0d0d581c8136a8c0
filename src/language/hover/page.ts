import { audienceOf, restrictedAbove } from '../../access/audience';
import { titleOf } from '../../access/detail';
import { entriesListed } from '../../access/listed';
import { pageStanding } from '../../access/pageRows';
import type { SharedPage } from '../../document/model';
import { sentence, type Sentence } from '../../document/sentence';
import type { Entry } from '../../sync/desired';
import type { Live } from '../../sync/live';
import { found, foundIn } from '../../sync/look';
import type { Looked, Operation, Page, Person } from '../../sync/model';
import type { Known } from '../known';
import { pageListed } from '../pageOnSite';
import {
  changedSince,
  fact,
  heading,
  notRead,
  readAt,
  several,
  type Line,
  type Words,
} from './lines';
import { spaceName } from './space';

/** A page with what the file decides about it. */
export function pageLines(page: SharedPage, known: Known): readonly Line[] {
  const { document, reading, lists } = known;
  const { state, words } = pageStanding(page, document, reading, known.today);
  const found = foundPage(page.id, reading?.live);
  const listed = found ? undefined : pageListed(page.id, lists);
  return [
    heading(listed?.title ?? titleOf(page, reading)),
    ...fact(sentence('Page'), page.id),
    ...placeFacts(found, listed?.spaceKey ?? page.spaceKey, known),
    ...fact(sentence('State'), words),
    ...listFacts(page, known),
    ...(found && reading ? siteFacts(found, reading.live) : []),
    ...(reading && state === 'notChecked' ? [changedSince] : []),
    reading ? readAt(reading.live) : notRead,
    ...(listed && lists ? [readAt(lists)] : []),
  ];
}

/** A page of whose entry nothing else was understood; nothing when the site has not told about it. */
export function bareLines(id: string, known: Known): readonly Line[] | undefined {
  const { reading, lists } = known;
  const found = foundPage(id, reading?.live);
  const listed = found ? undefined : pageListed(id, lists);
  const title = found?.title ?? listed?.title;
  const source = found ? reading?.live : lists;
  if (title === undefined || !source) return undefined;
  return [
    heading(title),
    ...fact(sentence('Page'), id),
    ...placeFacts(found, listed?.spaceKey, known),
    ...(found && reading ? siteFacts(found, reading.live) : []),
    readAt(source),
  ];
}

function foundPage(id: string, live: Live | undefined): Page | undefined {
  return found(live?.pages.get(id));
}

/** Its space, and the pages above it by title; one that could not be read stays a gap. */
function placeFacts(
  found: Page | undefined,
  written: string | undefined,
  known: Known,
): readonly Line[] {
  const space = found?.spaceKey ?? written;
  const titles = (found?.ancestors ?? []).map(
    (id) => foundPage(id, known.reading?.live)?.title ?? '…',
  );
  return [
    ...fact(sentence('Space'), space === undefined ? undefined : spaceName(space, known)),
    ...fact(sentence('Below'), titles.length > 0 ? titles.join(' › ') : undefined),
  ];
}

function listFacts(page: SharedPage, { document, today }: Known): readonly Line[] {
  const words = (operation: Operation): readonly Words[] => {
    const entries = entriesListed(operation, page, document, today);
    return entries
      ? several(entries.map(entryWords), sentence('nobody'))
      : [sentence('not decided')];
  };
  return [
    ...fact(sentence('May view by the file'), ...words('view')),
    ...fact(sentence('May edit by the file'), ...words('edit')),
  ];
}

function entryWords(entry: Entry): Words {
  switch (entry.kind) {
    case 'guest':
      return entry.email;
    case 'group':
      return sentence('group {name}', { name: entry.name });
    case 'user':
      return entry.user;
  }
}

function siteFacts(page: Page, live: Live): readonly Line[] {
  const above = restrictedAbove(page, live).map(({ title }) => sentence('“{title}”', { title }));
  return [
    ...fact(sentence('May view on the site'), ...audienceWords('view', page, live)),
    ...fact(sentence('May edit on the site'), ...audienceWords('edit', page, live)),
    ...fact(sentence('Restricted by pages above'), ...several(above)),
  ];
}

function audienceWords(operation: Operation, page: Page, live: Live): readonly Words[] {
  const { isOpen, staff, unknown, guests } = audienceOf(operation, page, live);
  const named = [
    ...foundIn(guests).map(labelOf),
    ...(isOpen ? [sentence('the staff whom the space lets in')] : staff),
  ];
  const gaps = [
    ...(unknown > 0 ? [sentence('{count} of whom nothing was read', { count: unknown })] : []),
    ...(guests.state === 'found' ? [] : [uncheckedWords(guests)]),
  ];
  return [...several(named, gaps.length > 0 ? undefined : sentence('nobody')), ...gaps];
}

function labelOf({ name, email }: Person): string {
  return email ?? name;
}

function uncheckedWords(guests: Looked<unknown>): Sentence {
  return guests.state === 'unread'
    ? sentence('guests not checked: {why}', { why: guests.why })
    : sentence('guests not checked');
}
