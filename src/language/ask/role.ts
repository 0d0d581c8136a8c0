import { once } from '../../document/once';
import { sentence, type Sentence } from '../../document/sentence';
import { foundIn } from '../../sync/look';
import type { Known } from '../known';
import type { Answers } from './answers';
import { chooseOrWrite } from './choose';
import { verbatim, type Choice, type Step } from './question';
import { headingOf } from './site';

const ownRoles: readonly Choice[] = [
  {
    value: 'contributor',
    label: verbatim('contributor'),
    description: sentence('the default'),
    detail: sentence('Sees the space and adds pages, comments and attachments'),
  },
  {
    value: 'viewer',
    label: verbatim('viewer'),
    detail: sentence('Sees the space and changes nothing'),
  },
];

/** These names of the site's roles stand for the two of the file. */
const sameAsOwn = new Set(['viewer', 'contributor', 'collaborator']);

export function askRole({ lists }: Known): readonly Step<Answers>[] {
  const siteRoles = foundIn(lists?.roles).filter(({ name }) => !sameAsOwn.has(name.toLowerCase()));
  const heading = headingOf(lists);
  return chooseOrWrite(
    'role',
    once(() => ({
      prompt: sentence('Which role shall the guest have in the space?'),
      choices: [
        ...ownRoles,
        ...siteRoles.map(({ name }) => ({
          value: name,
          label: verbatim(name),
          ...heading,
        })),
      ],
      other: sentence('Another role…'),
      line: {
        prompt: sentence('The name of a space role of your site'),
        placeHolder: sentence('Reviewer'),
        refuse: refuseNothing,
      },
    })),
  );
}

function refuseNothing(text: string): Sentence | undefined {
  return text === '' ? sentence('Write the name of the role.') : undefined;
}
