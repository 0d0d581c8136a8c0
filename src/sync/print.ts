import { momentOf } from '../document/date';
import { positionAt, lineStarts } from '../document/position';
import { say, sentence, type Sentence } from '../document/sentence';
import type { Span } from '../document/model';
import type { Applied } from './apply';
import type { Outcome } from './outcome';
import { waitsForAdmin, type Finding } from './finding';
import type { Plan } from './plan';
import { describe, pendingSteps, type Step } from './step';

/** The file that a plan belongs to, for the places in it. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

/** How a part of the text is to look; a printer without colours returns the text alone. */
export type Style = (tone: Tone, text: string) => string;
export type Tone = 'heading' | 'add' | 'change' | 'remove' | 'trouble' | 'quiet' | 'good';

export const plain: Style = (_tone, text) => text;

/** How sentences are put into words; the editor translates them. */
export type Speak = (sentence: Sentence) => string;

/** The plan as a person reads it. */
export function planText(
  plan: Plan,
  source: Source,
  style: Style = plain,
  speak: Speak = say,
): string {
  const place = placer(source, style);
  const of = (...kinds: readonly Step['kind'][]): readonly string[] =>
    plan.steps
      .filter((step) => !step.waiting && kinds.includes(step.kind))
      .map((step) => stepLine(step, place, style, speak));
  const later = plan.steps.filter(({ waiting }) => waiting);
  return [
    `${style('heading', `${source.name} → ${plan.origin}`)}  ${style('quiet', speak(readingOf(plan)))}`,
    ...section('Invitations', of('invite'), style, speak),
    ...section('Spaces', of('grant', 'move', 'changeRole'), style, speak),
    ...section('Pages', of('close', 'open', 'allow', 'disallow'), style, speak),
    ...section('Removals', of('leave', 'revoke'), style, speak),
    ...section(
      'When guests have accepted',
      later.map((step) => stepLine(step, place, style, speak)),
      style,
      speak,
    ),
    ...findingsText(plan, source, style, speak),
    '',
    style('heading', summary(plan, speak)),
  ].join('\n');
}

/** What the file asks for and the plan cannot do, what to know, and what needs a person's word. */
export function findingsText(
  plan: Plan,
  source: Source,
  style: Style = plain,
  speak: Speak = say,
): readonly string[] {
  const place = placer(source, style);
  const lines = (findings: readonly Finding[], mark: string, tone: Tone): readonly string[] =>
    findings.map((one) => `  ${style(tone, mark)} ${speak(one.sentence)}${place(one.span)}`);
  const stuck = plan.blocked.filter((one) => !waitsForAdmin(one));
  return [
    ...section(
      'Waiting for the organization admin',
      lines(plan.blocked.filter(waitsForAdmin), '…', 'quiet'),
      style,
      speak,
    ),
    ...section('Not possible now', lines(stuck, '!', 'trouble'), style, speak),
    ...section('Good to know', lines(plan.notices, '·', 'quiet'), style, speak),
    ...section(
      'Refused until a person allows it',
      lines(plan.refusals, '!', 'trouble'),
      style,
      speak,
    ),
  ];
}

function readingOf({ caller, readAt }: Plan): Sentence {
  return sentence('read at {time} as {name}', { time: momentOf(readAt), name: caller.name });
}

function stepLine(step: Step, place: Place, style: Style, speak: Speak): string {
  return `  ${style(toneOf(step), markOf(step))} ${speak(describe(step))}${place(step.span)}`;
}

/** One line: what changes, how many guests are removed, and that no seat is paid for. */
export function summary(plan: Plan, speak: Speak = say): string {
  const changes = pendingSteps(plan);
  const count = (...kinds: readonly Step['kind'][]): number =>
    changes.filter(({ kind }) => kinds.includes(kind)).length;
  const parts = [
    sentence('{count} to invite', { count: count('invite') }),
    sentence('{count} in spaces', { count: count('grant', 'move', 'changeRole') }),
    sentence('{count} on pages', { count: count('close', 'open', 'allow', 'disallow') }),
    sentence('{count} to take away', { count: count('leave', 'revoke') }),
  ].filter(({ facts }) => facts['count'] !== 0);
  const { guests, of, limit } = plan.removals;
  return [
    changes.length === 0
      ? speak(unchanged(plan))
      : speak(sentence('Changes: {parts}.', { parts: parts.map(speak).join(', ') })),
    ...(guests > 0
      ? [
          speak(
            sentence('Guests removed: {guests} of {of} (limit {limit}).', { guests, of, limit }),
          ),
        ]
      : []),
    speak(sentence('Paid seats: +{seats}.', { seats: plan.paidSeats })),
  ].join(' ');
}

/** Why a plan without changes has none. */
function unchanged({ blocked }: Plan): Sentence {
  const count = blocked.length;
  if (count === 0) return sentence('Nothing to change.');
  return blocked.every(waitsForAdmin)
    ? sentence('Nothing can be changed now: {count} entries wait for the organization admin.', {
        count,
      })
    : sentence('Nothing can be changed now: {count} entries are not possible.', { count });
}

/** What a sync did and did not do. */
export function resultText(
  applied: Applied,
  source: Source,
  style: Style = plain,
  speak: Speak = say,
): string {
  if (applied.state === 'refused') {
    return applied.reasons.map((reason) => style('trouble', speak(reason))).join('\n');
  }
  const place = placer(source, style);
  return [
    ...applied.outcomes.map((outcome) => {
      const { mark, tone } = look(outcome);
      const why = outcome.reason ? `: ${speak(outcome.reason)}` : '';
      const where = outcome.state === 'done' ? '' : place(outcome.step.span);
      return `  ${style(tone, mark)} ${speak(describe(outcome.step))}${why}${where}`;
    }),
    '',
    style('heading', resultSummary(applied.outcomes, speak)),
  ].join('\n');
}

/** One line: how many steps were done, wait, failed. */
export function resultSummary(outcomes: readonly Outcome[], speak: Speak = say): string {
  const count = (state: Outcome['state']): number =>
    outcomes.filter((outcome) => outcome.state === state).length;
  const parts = [
    sentence('{count} done', { count: count('done') }),
    sentence('{count} waiting for guests to accept', { count: count('waiting') }),
    sentence('{count} failed', { count: count('failed') }),
    sentence('{count} not tried', { count: count('skipped') }),
    sentence('{count} not confirmed by the site', { count: count('unconfirmed') }),
  ].filter(({ facts }) => facts['count'] !== 0);
  return speak(
    parts.length === 0
      ? sentence('Nothing to change.')
      : sentence('Sync: {parts}.', { parts: parts.map(speak).join(', ') }),
  );
}

function section(
  title: string,
  lines: readonly string[],
  style: Style,
  speak: Speak,
): readonly string[] {
  return lines.length > 0 ? ['', style('heading', speak(sentence(title))), ...lines] : [];
}

type Place = (span: Span) => string;

function placer({ text }: Source, style: Style): Place {
  const starts = lineStarts(text);
  return ({ start }) => `  ${style('quiet', `line ${positionAt(starts, start).line}`)}`;
}

/** `+` gives, `~` changes or narrows, `-` takes away. */
function markOf({ kind }: Step): string {
  switch (kind) {
    case 'invite':
    case 'grant':
    case 'allow':
      return '+';
    case 'move':
    case 'changeRole':
    case 'close':
    case 'open':
      return '~';
    case 'disallow':
    case 'leave':
    case 'revoke':
      return '-';
  }
}

function toneOf(step: Step): Tone {
  switch (markOf(step)) {
    case '+':
      return 'add';
    case '-':
      return 'remove';
    default:
      return 'change';
  }
}

function look({ state }: Outcome): { readonly mark: string; readonly tone: Tone } {
  switch (state) {
    case 'done':
      return { mark: '✓', tone: 'good' };
    case 'waiting':
      return { mark: '…', tone: 'quiet' };
    case 'unconfirmed':
      return { mark: '?', tone: 'change' };
    case 'skipped':
      return { mark: '–', tone: 'quiet' };
    case 'failed':
      return { mark: '✗', tone: 'trouble' };
  }
}
