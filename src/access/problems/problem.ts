import type { Document, Span } from '../../document/model';
import type { Sentence } from '../../document/sentence';
import type { Drift } from '../../sync/drift';
import type { Step } from '../../sync/step';
import type { Report } from '../check/report';
import type { Reading } from '../reading';
import type { SiteCode } from './code';

/** A statement about the site that belongs to a place in the file. */
export interface SiteProblem {
  readonly code: SiteCode;
  readonly span: Span;
  /** The change that it is about, if it is about one. */
  readonly step: Sentence | undefined;
  readonly sentence: Sentence;
  /** Other places that belong to it. */
  readonly related: readonly { readonly span: Span; readonly sentence: Sentence }[];
  /** When the site said so, ISO 8601 in UTC; `undefined` for what is known without it. */
  readonly readAt: string | undefined;
}

/** What there is to make such statements from, none of it so old that it no longer counts. */
export interface SiteFacts {
  /** The file as it is now. */
  readonly document: Document;
  /** A reading for the file exactly as it is now. */
  readonly reading: Reading | undefined;
  /** What somebody can do on the site, read for this file or for an earlier text of it. */
  readonly report: Report | undefined;
  /** What the site no longer shows as earlier syncs left it, by the reading. */
  readonly drift: readonly Drift[];
}

/** The address of a guest where a step is about the whole entry, which may take several lines. */
export function stepSpan({ span }: Pick<Step, 'span'>, { guests = [] }: Document): Span {
  return guests.find((guest) => guest.span.start === span.start)?.emailSpan ?? span;
}
