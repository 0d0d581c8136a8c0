import type { Span } from '../../document/model';
import type { Sentence } from '../../document/sentence';

/** What somebody can do on a site, line by line. */
export interface Report {
  /** When the reading ended, ISO 8601 in UTC. */
  readonly readAt: string;
  readonly origin: string;
  readonly lines: readonly Line[];
  readonly places: Places;
  readonly questions: readonly Answered[];
}

/** How many people there are and may be, as far as the organization tells. */
export interface Places {
  /** Those who have a paid seat. */
  readonly seats: number | undefined;
  readonly guests: number | undefined;
  /** How many users and guests the site takes together. */
  readonly capacity: number | undefined;
}

export interface Line extends Finding {
  /** The topic, and with spaces and pages which one: `assignGuests:DOCS`. */
  readonly id: string;
  readonly topic: Topic;
  /** What was looked at, in a few words. */
  readonly title: Sentence;
  readonly how: Sentence;
  /** The place in the file that it is about. */
  readonly span: Span | undefined;
}

export type Topic =
  | 'invite'
  | 'token'
  | 'confluence'
  | 'confluenceAdmin'
  | 'key'
  | 'organizationAdmin'
  | 'organizationId'
  | 'siteInOrganization'
  | 'plan'
  | 'seats'
  | 'guests'
  | 'userLimit'
  | 'permissionModel'
  | 'readSpace'
  | 'assignGuests'
  | 'restrictPages'
  | 'restrictPage';

export interface Finding {
  readonly answer: Answer;
  readonly sentence: Sentence;
  /** Who can change it, unless there is nothing to change. */
  readonly fixer: Fixer | undefined;
  /** How it was found out, where that differs from what is usual for the topic. */
  readonly how?: Sentence;
}

/** `unknown`: it could not be checked, which says nothing about the matter itself. */
export type Answer = 'yes' | 'no' | 'unknown';

export interface Fixer {
  readonly who: Who;
  /** What this person does, as an order. */
  readonly remedy: Sentence;
  /** The screen where it is done. */
  readonly link: string | undefined;
}

export type Who = 'you' | 'spaceAdmin' | 'siteAdmin' | 'organizationAdmin';

/** A question that people ask before they ask for access, answered outright. */
export interface Answered {
  readonly id: 'domain' | 'beta' | 'links' | 'cost' | 'directory' | 'onePage';
  readonly question: Sentence;
  readonly answer: Sentence;
}

export function yes(sentence: Sentence): Finding {
  return { answer: 'yes', sentence, fixer: undefined };
}

export function no(sentence: Sentence, fixer?: Fixer): Finding {
  return { answer: 'no', sentence, fixer };
}

export function unknown(sentence: Sentence, fixer?: Fixer): Finding {
  return { answer: 'unknown', sentence, fixer };
}

/** Whether something that the file needs is known to be impossible for this person. */
export function isBlocked({ lines }: Report): boolean {
  return lines.some(({ topic, answer }) => answer === 'no' && topic !== 'confluenceAdmin');
}
