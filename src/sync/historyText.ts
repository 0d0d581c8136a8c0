import { momentOf } from '../document/date';
import { say, sentence } from '../document/sentence';
import type { RecordedOutcome, SyncRecord } from './history';
import { plain, type Speak, type Style, type Tone } from './print';

const looks: Readonly<Record<RecordedOutcome['state'], readonly [string, Tone]>> = {
  done: ['✓', 'good'],
  waiting: ['…', 'quiet'],
  unconfirmed: ['?', 'change'],
  unknown: ['?', 'change'],
  skipped: ['–', 'quiet'],
  failed: ['✗', 'trouble'],
};

/** Earlier syncs as a person reads them, the newest first. */
export function historyText(
  records: readonly SyncRecord[],
  style: Style = plain,
  speak: Speak = say,
): string {
  if (records.length === 0) return speak(sentence('Nothing has been synced yet.'));
  return records
    .toReversed()
    .map((record) => recordText(record, style, speak))
    .join('\n\n');
}

function recordText({ at, by, undoes, steps }: SyncRecord, style: Style, speak: Speak): string {
  const facts = { at: momentOf(at), by };
  const title =
    undoes === undefined
      ? sentence('{at}, by {by}', facts)
      : sentence('{at}, by {by}, taking back an earlier sync', facts);
  const lines = steps.map(({ text, state, reason }) => {
    const [mark, tone] = looks[state];
    return `  ${style(tone, mark)} ${text}${reason === undefined ? '' : `: ${reason}`}`;
  });
  return [style('heading', speak(title)), ...lines].join('\n');
}

/** The part of the history that is about one person, by address. */
export function historyOfGuest(
  records: readonly SyncRecord[],
  email: string,
): readonly SyncRecord[] {
  return records.flatMap((record) => {
    const steps = record.steps.filter(({ step }) => 'who' in step && isSame(step.who.email, email));
    return steps.length > 0 ? [{ ...record, steps }] : [];
  });
}

function isSame(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
