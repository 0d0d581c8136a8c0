import { isDate } from '../../document/date';
import { keyNamed } from '../../document/keys';
import { sentence } from '../../document/sentence';
import { daysLeft } from '../daysLeft';
import { heading, text, type Line } from './lines';
import { manageWords } from './space';

/** What a key means; nothing for one that the file does not know. */
export function keyLines(name: string): readonly Line[] | undefined {
  const key = keyNamed(name);
  return (
    key && [
      heading(name),
      text(sentence(key.meaning)),
      { kind: 'example', text: `${name}: ${key.example}` },
    ]
  );
}

/** How long access lasts by a last day; nothing for what is no date. */
export function expiresLines(day: string, today: string): readonly Line[] | undefined {
  if (!isDate(day)) return undefined;
  const left = daysLeft({ expires: day }, today);
  return [
    heading(day),
    ...(left.length > 0
      ? left
      : [sentence('This day is past: the next sync takes the access away.')]
    ).map(text),
  ];
}

export function manageLines(manage: string): readonly Line[] | undefined {
  return manage === 'strict' || manage === 'additive' ? [text(manageWords(manage))] : undefined;
}
