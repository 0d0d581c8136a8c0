import { domainOf } from '../../document/address';
import { addGuest } from '../../document/edit/entry';
import { removeItem } from '../../document/edit/list';
import { addTeam } from '../../document/edit/team';
import { valueAt, wordsAt } from '../../document/edit/value';
import { entriesOf } from '../../document/entries';
import type { Principal, Span } from '../../document/model';
import { readPrincipal } from '../../document/principal';
import { sentence } from '../../document/sentence';
import type { Known } from '../known';
import { spaceOfPage } from '../pageOnSite';
import { maxChoices, pageAround } from './declared';
import type { Asked, Fix } from './fix';
import { fix } from './fix';
import { changeListed } from './listed';

export function unknownGuest({
  text,
  problem: { span, sentence: told },
  known,
}: Asked): readonly Fix[] {
  const email = wordsAt(text, span);
  if (email === undefined) return [];
  const key = told.facts['meant'];
  const meant = typeof key === 'string' ? entriesOf(key, known.document)[0]?.email : undefined;
  const change = meant === undefined ? [] : [changeListed(text, span, meant, { preferred: true })];
  return [...change, ...addWithSpace(text, email, span, known), takeOff(text, span)];
}

function addWithSpace(text: string, email: string, span: Span, known: Known): readonly Fix[] {
  const { spaces, internalDomains } = known.document;
  if (internalDomains.includes(domainOf(email))) return [];
  const page = pageAround(known, span);
  const home = page && spaceOfPage(page, known);
  const choices = home !== undefined && spaces.has(home) ? [home] : [...spaces.keys()];
  return choices
    .slice(0, maxChoices)
    .map((space) =>
      fix(
        sentence('Add `{email}` as a guest of `{space}`', { email, space }),
        addGuest(text, { email, space }),
        { preferred: choices.length === 1 },
      ),
    );
}

export function unknownTeam({
  text,
  problem: { span, sentence: told },
  known,
}: Asked): readonly Fix[] {
  const principal = principalAt(text, span);
  if (principal?.kind !== 'team') return [];
  const { name } = principal;
  const meant = [...known.document.teams.keys()].find((team) => team === told.facts['meant']);
  const change =
    meant === undefined ? [] : [changeListed(text, span, `team:${meant}`, { preferred: true })];
  const add = fix(sentence('Add the team `{name}`', { name }), addTeam(text, name, []), {
    preferred: true,
  });
  return [...change, add, takeOff(text, span)];
}

/** Whom a value of a list names. */
export function principalAt(text: string, span: Span): Principal | undefined {
  const written = wordsAt(text, span);
  return written === undefined ? undefined : readPrincipal(written, span).principal;
}

/** Takes out what stands in a list. */
export function takeOff(
  text: string,
  span: Span,
  choice: { preferred?: boolean; safe?: boolean } = {},
): Fix {
  const who = text.slice(span.start, span.end);
  const list = valueAt(text, span.start)?.key ?? '';
  return fix(sentence('Take `{who}` off `{list}`', { who, list }), removeItem(text, span), choice);
}
