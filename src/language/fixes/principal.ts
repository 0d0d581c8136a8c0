import { isMap, isScalar } from 'yaml';
import type { Node } from 'yaml';
import { domainOf } from '../../document/address';
import { valueAt, wordsOf, writeText } from '../../document/edit/value';
import { nearest } from '../../document/nearest';
import { fieldsOf } from '../../document/node';
import { sentence } from '../../document/sentence';
import type { Known } from '../known';
import { found, groupsFor, guestsOf } from './declared';
import { readEmail } from './email';
import type { Asked, Fix } from './fix';
import { fix } from './fix';
import { takeOff } from './names';

export function invalidPrincipal(asked: Asked): readonly Fix[] {
  const { text, problem, known } = asked;
  const { span, sentence: told } = problem;
  const node = valueAt(text, span.start)?.node;
  const joined = node && joinPair(node);
  if (joined !== undefined) return [change(asked, joined, true)];
  const written = wordsOf(node);
  if (written === undefined) return [];
  const [, kind, name = ''] = /^([a-z]+):\s*(.*)$/is.exec(written) ?? [];
  if (told.facts['email'] !== undefined) {
    const isStaff = known.document.internalDomains.includes(domainOf(written));
    // Somebody who is both must first be taken out of the guests.
    if (isStaff === guestsOf(known, kind === undefined ? written : name).length > 0) return [];
    return [change(asked, isStaff ? `user:${written}` : name, true)];
  }
  if (kind === undefined) return [...namesLike(written, known)].map((to) => change(asked, to));
  if (name === '') return [takeOff(text, span, { preferred: true })];
  const address = readEmail(written) ?? (name.includes('@') ? name : undefined);
  if (address !== undefined) return [change(asked, address)];
  const meant = nearest(kind, ['team', 'group', 'user']);
  return meant === undefined ? [] : [change(asked, `${meant}:${name}`, true)];
}

function change({ text, problem }: Asked, to: string, safe = false): Fix {
  return fix(sentence('Change to `{to}`', { to }), writeText(text, problem.span, to), {
    preferred: true,
    safe,
  });
}

/** `team: reviewers`, which is a mapping to YAML, as one name. */
function joinPair(node: Node): string | undefined {
  const [field, ...others] = fieldsOf(node);
  if (!isMap(node) || !field || others.length > 0) return undefined;
  return isScalar(field.node) && typeof field.node.value === 'string'
    ? `${field.name}:${field.node.value}`
    : undefined;
}

/** The teams and groups that a bare name may mean: those called so, else the nearest. */
function namesLike(written: string, known: Known): ReadonlySet<string> {
  const teams = [...known.document.teams.keys()];
  const groups = [...groupsFor(known).names, ...found(known.lists?.groups).map(({ name }) => name)];
  const named = [
    ...teams.filter((name) => isLike(name, written)).map((name) => `team:${name}`),
    ...groups.filter((name) => isLike(name, written)).map((name) => `group:${name}`),
  ];
  if (named.length > 0) return new Set(named);
  const [team, group] = [nearest(written, teams), nearest(written, groups)];
  return new Set([
    ...(team === undefined ? [] : [`team:${team}`]),
    ...(group === undefined ? [] : [`group:${group}`]),
  ]);
}

function isLike(name: string, written: string): boolean {
  return name.toLowerCase() === written.trim().toLowerCase();
}
