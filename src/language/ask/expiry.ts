import { dayAfter, isDate } from '../../document/date';
import { once } from '../../document/once';
import { sentence, type Sentence } from '../../document/sentence';
import type { Known } from '../known';
import type { Answers } from './answers';
import { chooseOrWrite } from './choose';
import { verbatim, type Step } from './question';

/** The answer of a guest whose access has no end. */
export const noEnd = 'none';

export function askExpiry({ today }: Known): readonly Step<Answers>[] {
  return chooseOrWrite(
    'expires',
    once(() => ({
      prompt: sentence('Until when shall the guest have access?'),
      choices: [
        ...deadlines(today).map(({ day, label }) => ({
          value: day,
          label,
          description: verbatim(day),
        })),
        {
          value: noEnd,
          label: sentence('No end'),
          detail: sentence('Until somebody takes the access away'),
        },
      ],
      other: sentence('Another day…'),
      line: {
        prompt: sentence('The last day of access'),
        placeHolder: sentence('{day}, year first', { day: dayAfter(today, 30) }),
        refuse: (text) => refuseDay(text, today),
      },
    })),
  );
}

function deadlines(today: string): readonly { readonly day: string; readonly label: Sentence }[] {
  return [
    { day: dayAfter(today, 30), label: sentence('In 30 days') },
    { day: dayAfter(today, 90), label: sentence('In 90 days') },
    { day: endOfQuarter(today), label: sentence('At the end of the quarter') },
  ];
}

/** The next last day of a quarter that is after today, both `YYYY-MM-DD`. */
export function endOfQuarter(today: string): string {
  const [year = 0, month = 1] = dayAfter(today, 1).split('-').map(Number);
  const nextQuarter = new Date(Date.UTC(year, Math.ceil(month / 3) * 3, 1));
  return dayAfter(nextQuarter.toISOString().slice(0, 10), -1);
}

function refuseDay(text: string, today: string): Sentence | undefined {
  if (!isDate(text))
    return sentence('Write a day of the calendar with the year first, such as {day}.', {
      day: dayAfter(today, 30),
    });
  return text < today ? sentence('{day} is past: write a day to come.', { day: text }) : undefined;
}
