import type { Term } from '../../access/expiry';
import { longestTerm } from '../../access/expiry';
import { dayAfter, isDate } from '../../document/date';
import { sentence, type Sentence } from '../../document/sentence';
import { chooseOrWrite, type Answer } from './choose';
import { verbatim, type Step } from './question';

/** The answer of somebody who does not know the last day. */
const notKnown = 'notKnown';

/**
 * Asks for the last day of a token or key. A token lasts a year and a key a week unless its maker says
 * otherwise, and neither longer than a year.
 */
export function askTerm<Answers extends { readonly expires?: Answer }>(
  prompt: Sentence,
  today: string,
): readonly Step<Answers>[] {
  const year = dayAfter(today, longestTerm);
  const week = dayAfter(today, 7);
  return chooseOrWrite<'expires', Answers>('expires', () => ({
    prompt,
    choices: [
      { value: year, label: sentence('In a year'), description: verbatim(year) },
      { value: week, label: sentence('In a week'), description: verbatim(week) },
      {
        value: notKnown,
        label: sentence('I do not know'),
        detail: sentence('You are reminded after a year, the longest that Atlassian allows'),
      },
    ],
    other: sentence('Another day…'),
    line: {
      prompt: sentence('Its last day, as Atlassian shows it'),
      placeHolder: sentence('{day}, year first', { day: year }),
      refuse: (text) => refuseDay(text, today, year),
    },
  }));
}

function refuseDay(day: string, today: string, year: string): Sentence | undefined {
  if (!isDate(day)) {
    return sentence('Write a day of the calendar with the year first, such as {day}.', {
      day: year,
    });
  }
  if (day < today) return sentence('{day} is past: write a day to come.', { day });
  // Somewhere on the earth it is tomorrow already.
  return day > dayAfter(year, 2)
    ? sentence('Nothing of Atlassian’s lasts longer than a year: write a day until {year}.', {
        year,
      })
    : undefined;
}

/** What was answered, as it is kept. */
export function termOf(answer: Answer | undefined, today: string): Term {
  return answer === undefined || answer.text === notKnown
    ? { given: today }
    : { expires: answer.text };
}
