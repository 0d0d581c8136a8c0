import { isMap } from 'yaml';
import { domainOf } from '../../document/address';
import { valueAt, wordsOf } from '../../document/edit/value';
import { entriesOf } from '../../document/entries';
import { nearest } from '../../document/nearest';
import type { Field } from '../../document/node';
import { fieldsOf } from '../../document/node';
import { partsOf } from '../../document/principal';
import { email } from '../../document/schema';
import { foundIn } from '../../sync/look';
import type { Known } from '../known';
import { groupsFor } from './declared';
import { readEmail } from './email';
import type { Asked, Fix } from './fix';
import type { Choice } from './listed';
import { changeListed, splitListed } from './listed';
import { takeOff } from './names';

export function invalidPrincipal(asked: Asked): readonly Fix[] {
  const { text, problem, known } = asked;
  const { span, sentence: told } = problem;
  const node = valueAt(text, span.start)?.node;
  if (isMap(node)) return pair(asked, fieldsOf(node));
  const written = wordsOf(node);
  if (written === undefined) return [];
  const parts = partsOf(written);
  if (parts.length > 1) return [splitListed(text, span, parts)];
  const [, kind, name = ''] = /^([a-z]+):\s*(.*)$/is.exec(written) ?? [];
  if (told.facts['email'] !== undefined)
    return [change(asked, kind === undefined ? `user:${written}` : name, { safe: true })];
  const address = readEmail(written);
  if (address !== undefined) return [change(asked, asPrincipal(address, known), { safe: true })];
  if (kind === undefined) return bare(asked, written.trim().replace(/^@/, ''));
  if (name === '') return [takeOff(text, span, { preferred: true })];
  const meant = nearest(kind, kinds);
  if (name.includes('@')) {
    const isUser = meant === 'user' && entriesOf(name, known.document).length === 0;
    const to = isUser ? `user:${name}` : asPrincipal(name, known);
    return [change(asked, to, { preferred: true })];
  }
  return meant === undefined ? [] : [change(asked, `${meant}:${name}`, { safe: true })];
}

const kinds: readonly string[] = ['team', 'group', 'user'];

/** An address as a list names whose it is. */
function asPrincipal(address: string, { document }: Known): string {
  return document.internalDomains.includes(domainOf(address)) ? `user:${address}` : address;
}

function change({ text, problem }: Asked, to: string, choice: Choice): Fix {
  return changeListed(text, problem.span, to, choice);
}

/** A name with nothing before it; when nobody knows the groups of the site, it may well be one. */
function bare(asked: Asked, name: string): readonly Fix[] {
  const { known } = asked;
  if (isAccount(name)) return [change(asked, `user:${name}`, { safe: true })];
  const [, kind, rest = ''] = /^(team|group|user)[\s=]+(\S.*)$/is.exec(name) ?? [];
  if (kind !== undefined)
    return [change(asked, `${kind.toLowerCase()}:${rest}`, { preferred: true })];
  const like = namesLike(name, known);
  if (like.size > 0) return [...like].map((to) => change(asked, to, { preferred: true }));
  const isKnown = known.lists?.groups.state === 'found' || /^$|@/.test(name);
  return isKnown ? [] : [change(asked, `group:${name}`, {})];
}

/** The two forms in which Atlassian writes the id of an account. */
function isAccount(name: string): boolean {
  return /^(?:\d+:[\w-]+|[0-9a-f]{24})$/i.test(name);
}

/** `team: reviewers` and `email: ana@partner.example`, which are mappings to YAML. */
function pair(asked: Asked, [field, ...others]: readonly Field[]): readonly Fix[] {
  if (!field || others.length > 0) return [];
  const joined = joinPair(field);
  if (joined !== undefined) return [change(asked, joined, { safe: true })];
  const address = wordsOf(field.node) ?? '';
  if (!email.safeParse(address).success) return [];
  return [change(asked, asPrincipal(address, asked.known), { preferred: true })];
}

/** A kind and a name, between which somebody put a space, as one name. */
export function joinPair({ name, node }: Field): string | undefined {
  const words = wordsOf(node);
  return words !== undefined && kinds.includes(name) ? `${name}:${words}` : undefined;
}

/** The teams and groups that a bare name may mean: those called so, else the nearest. */
function namesLike(written: string, known: Known): ReadonlySet<string> {
  const teams = [...known.document.teams.keys()];
  const groups = [
    ...groupsFor(known).names,
    ...foundIn(known.lists?.groups).map(({ name }) => name),
  ];
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
