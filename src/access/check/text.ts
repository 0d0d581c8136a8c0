import { momentOf } from '../../document/date';
import { say, sentence, type Sentence } from '../../document/sentence';
import { plain, type Speak, type Style, type Tone } from '../../sync/print';
import { nameOf } from './fixers';
import type { Answer, Fixer, Line, Report, Topic } from './report';

/** The report as a person reads, copies and sends it. It has no credential and no address of a person. */
export function reportText(report: Report, style: Style = plain, speak: Speak = say): string {
  const head = sentence('Access to {site}, checked at {time}', {
    site: report.origin,
    time: momentOf(report.readAt),
  });
  const section = (title: Sentence, ...topics: readonly Topic[]): readonly string[] => {
    const lines = report.lines.filter(({ topic }) => topics.includes(topic));
    return lines.length === 0
      ? []
      : [
          '',
          style('heading', speak(title)),
          ...lines.flatMap((one) => lineText(one, style, speak)),
        ];
  };
  return [
    style('heading', speak(head)),
    ...section(sentence('Guests'), 'invite', 'plan', 'seats', 'guests', 'userLimit'),
    ...section(sentence('Your account'), 'token', 'confluence', 'confluenceAdmin'),
    ...section(
      sentence('The organization'),
      'key',
      'organizationAdmin',
      'organizationId',
      'siteInOrganization',
    ),
    ...section(sentence('Spaces'), 'permissionModel', 'readSpace', 'assignGuests', 'restrictPages'),
    ...section(sentence('Pages'), 'restrictPage'),
    '',
    style('heading', speak(sentence('Often asked'))),
    ...report.questions.map(({ question, answer }) => `  ${speak(question)} ${speak(answer)}`),
  ].join('\n');
}

function lineText(line: Line, style: Style, speak: Speak): readonly string[] {
  const { answer, title, sentence: words, how, fixer } = line;
  return [
    `  ${style(tones[answer], `${signs[answer]} ${speak(marks[answer])}`)}  ${speak(title)}: ${speak(words)}`,
    `    ${style('quiet', `· ${speak(how)}`)}`,
    ...(fixer && answer !== 'yes' ? [`    → ${fixerText(fixer, speak)}`] : []),
  ];
}

function fixerText({ who, remedy, link }: Fixer, speak: Speak): string {
  const order = sentence('{who}: {remedy}', { who: speak(nameOf(who)), remedy: speak(remedy) });
  return link === undefined ? speak(order) : `${speak(order)} (${link})`;
}

const tones: Readonly<Record<Answer, Tone>> = { yes: 'good', no: 'trouble', unknown: 'change' };

/** As in a plan, where the editor colours a line by them. */
const signs: Readonly<Record<Answer, string>> = { yes: '✓', no: '✗', unknown: '?' };

const marks: Readonly<Record<Answer, Sentence>> = {
  yes: sentence('yes'),
  no: sentence('no'),
  unknown: sentence('could not check'),
};
