import { sentence, type Sentence } from '../../document/sentence';
import { ConfluenceError } from '../../sync/error';
import { unknown, type Finding } from './report';

/** What came of a question to a site. The kind of a failure decides what it means. */
export type Asked<T> = { readonly state: 'answered'; readonly value: T } | Unanswered;

export type Unanswered =
  | { readonly state: 'failed'; readonly error: ConfluenceError }
  /** Not asked, for nothing would have been answered. */
  | { readonly state: 'unasked'; readonly why: Sentence };

/** A failure that was foreseen becomes `failed`; a cancelled reading and a defect go on as errors. */
export async function attempt<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<Asked<T>> {
  try {
    return { state: 'answered', value: await ask() };
  } catch (error) {
    if (signal.aborted || !(error instanceof ConfluenceError)) throw error;
    return { state: 'failed', error };
  }
}

export function unasked(why: Sentence): Unanswered {
  return { state: 'unasked', why };
}

/** The same for something that is worked out from an answer. */
export function given<T, R>(asked: Asked<T>, use: (value: T) => R): Asked<R> {
  return asked.state === 'answered' ? { state: 'answered', value: use(asked.value) } : asked;
}

export function valueOf<T>(asked: Asked<T>): T | undefined {
  return asked.state === 'answered' ? asked.value : undefined;
}

export function kindOf(asked: Asked<unknown>): ConfluenceError['kind'] | undefined {
  return asked.state === 'failed' ? asked.error.kind : undefined;
}

/** The finding for an answer, or that it could not be checked. */
export function findingOf<T>(asked: Asked<T>, judge: (value: T) => Finding): Finding {
  switch (asked.state) {
    case 'answered':
      return judge(asked.value);
    case 'failed':
      return unknown(sentence('{why}', { why: asked.error.message }));
    case 'unasked':
      return { ...unknown(asked.why), how: sentence('Not asked') };
  }
}
