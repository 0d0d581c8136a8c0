import type { Span } from '../document/model';
import { sentence, type Facts } from '../document/sentence';
import type { Finding, FindingCode } from './finding';
import type { Step } from './step';

/** A part of a plan. */
export interface Draft {
  readonly steps: readonly Step[];
  readonly blocked: readonly Finding[];
  readonly notices: readonly Finding[];
}

export const nothing: Draft = { steps: [], blocked: [], notices: [] };

export function join(drafts: readonly Draft[]): Draft {
  const whole = { steps: [] as Step[], blocked: [] as Finding[], notices: [] as Finding[] };
  for (const draft of drafts) {
    for (const one of draft.steps) whole.steps.push(one);
    for (const one of draft.blocked) whole.blocked.push(one);
    for (const one of draft.notices) whole.notices.push(one);
  }
  return whole;
}

export function take(...steps: Step[]): Draft {
  return { ...nothing, steps };
}

/** What the file asks for and cannot be done now. */
export function blocked(code: FindingCode, span: Span, template: string, facts: Facts = {}): Draft {
  return { ...nothing, blocked: [{ code, span, sentence: sentence(template, facts) }] };
}

/** What a reader of the plan should know. */
export function notice(code: FindingCode, span: Span, template: string, facts: Facts = {}): Draft {
  return { ...nothing, notices: [{ code, span, sentence: sentence(template, facts) }] };
}
