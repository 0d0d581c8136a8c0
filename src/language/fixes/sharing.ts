import { addressKey } from '../../document/address';
import { setField } from '../../document/edit/field';
import { removeItem } from '../../document/edit/list';
import { entriesOf } from '../../document/entries';
import type { Span } from '../../document/model';
import { sentence } from '../../document/sentence';
import type { Known } from '../known';
import type { Asked, Fix } from './fix';
import { fix, sure } from './fix';
import { principalAt, takeOff } from './names';

export function viewerEdits({ text, problem, known }: Asked): readonly Fix[] {
  const email = String(problem.sentence.facts['email']);
  const viewers = entriesOf(email, known.document).filter(({ access }) => access === 'granted');
  const role = 'contributor';
  return [
    takeAllOff(text, problem.span, email, known),
    fix(
      sentence('Give `{email}` the role `{role}`', { email, role }),
      viewers.flatMap(({ span }) => setField(text, span, 'role', role)),
    ),
  ];
}

export function guestOutsidePageSpace({ text, problem, known }: Asked): readonly Fix[] {
  const { email, space } = problem.sentence.facts;
  return bringTogether(text, problem.span, String(email), String(space), known);
}

/** A guest on a page, which is in a space that the guest has not. */
export function bringTogether(
  text: string,
  span: Span,
  email: string,
  space: string,
  known: Known,
): readonly Fix[] {
  const off = takeAllOff(text, span, email, known);
  const [guest, ...others] = entriesOf(email, known.document);
  if (!guest || others.length > 0 || !known.document.spaces.has(space)) return [off];
  const edits = setField(text, guest.span, 'space', space);
  return [off, fix(sentence('Move `{email}` to `{space}`', { email, space }), edits)];
}

/** A guest who is there by a team is taken off the team, which is where others are left alone. */
export function revokedOnPage({ text, problem, known }: Asked): readonly Fix[] {
  const email = String(problem.sentence.facts['email']);
  const principal = principalAt(text, problem.span);
  if (principal?.kind !== 'team') return [takeOff(text, problem.span, sure)];
  const members = known.document.teams.get(principal.name)?.members ?? [];
  const [member, ...others] = members.filter((one) => addressKey(one.email) === addressKey(email));
  return [
    fix(
      sentence('Take `{email}` off the team `{team}`', { email, team: principal.name }),
      member ? removeItem(text, member.span) : [],
      { preferred: others.length === 0 },
    ),
    takeAllOff(text, problem.span, email, known),
  ];
}

/** With a guest who is there by a team its other members go, too, which not everybody will want. */
function takeAllOff(text: string, span: Span, email: string, known: Known): Fix {
  const principal = principalAt(text, span);
  const members =
    principal?.kind === 'team' ? (known.document.teams.get(principal.name)?.members ?? []) : [];
  const others = members.filter((one) => addressKey(one.email) !== addressKey(email));
  if (others.length === 0) return takeOff(text, span, { preferred: principal?.kind !== 'team' });
  const { edits, title } = takeOff(text, span);
  const names = others.map((one) => `\`${one.email}\``).join(', ');
  const facts = { ...title.facts, others: names };
  return fix(sentence('Take `{who}` off `{list}`, and with it {others}', facts), edits);
}
