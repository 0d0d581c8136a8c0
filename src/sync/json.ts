import type { Span } from '../document/model';
import { lineStarts, positionAt } from '../document/position';
import { say } from '../document/sentence';
import type { Applied } from './apply';
import type { Finding } from './finding';
import type { Plan } from './plan';
import type { Source } from './print';
import { describe, type Step } from './step';

/** The plan for programs: the steps as they are, each with its sentence and its place. */
export function planJson(plan: Plan, source: Source): object {
  const place = placer(source);
  const finding = (one: Finding): object => findingJson(one, place);
  return {
    file: source.name,
    site: plan.origin,
    account: plan.caller,
    readAt: plan.readAt,
    fingerprint: plan.fingerprint,
    paidSeats: plan.paidSeats,
    removals: plan.removals,
    steps: plan.steps.map((step) => stepJson(step, place)),
    blocked: plan.blocked.map(finding),
    notices: plan.notices.map(finding),
    refusals: plan.refusals.map(finding),
  };
}

/** What a sync did, for programs. */
export function resultJson(applied: Applied, reviewed: Plan, source: Source): object {
  if (applied.state === 'refused') {
    return { state: applied.state, reasons: applied.reasons.map((reason) => say(reason)) };
  }
  const place = placer(source);
  return {
    state: applied.state,
    outcomes: applied.outcomes.map(({ step, state, reason, code }) => ({
      state,
      ...(code && { code }),
      ...(reason && { reason: say(reason) }),
      step: stepJson(step, place),
    })),
    blocked: reviewed.blocked.map((one) => findingJson(one, place)),
    remaining: applied.remaining && planJson(applied.remaining, source),
  };
}

function findingJson({ code, sentence, span }: Finding, place: Place): object {
  return { code, message: say(sentence), ...place(span) };
}

type Place = (span: Span) => { readonly line: number; readonly column: number };

function stepJson(step: Step, place: Place): object {
  const { span, ...facts } = step;
  return { ...facts, message: say(describe(step)), ...place(span) };
}

function placer({ text }: Source): Place {
  const starts = lineStarts(text);
  return ({ start }) => positionAt(starts, start);
}
