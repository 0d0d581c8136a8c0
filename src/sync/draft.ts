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
  return {
    steps: drafts.flatMap(({ steps }) => steps),
    blocked: drafts.flatMap(({ blocked }) => blocked),
    notices: drafts.flatMap(({ notices }) => notices),
  };
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
