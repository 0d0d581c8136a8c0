import { sentence } from '../../document/sentence';
import type { Answers } from './answers';
import type { Choice, Step } from './question';

/** What the guests may do with the page; `viewerOf` finds one who cannot edit, whoever else can. */
export function askAccess(viewerOf: (answers: Answers) => string | undefined): Step<Answers> {
  return (answers) => {
    const viewer = viewerOf(answers);
    const view: Choice = {
      value: 'view',
      label: sentence('View'),
      ...(viewer !== undefined && {
        detail: sentence('{email} has the role viewer and cannot edit', { email: viewer }),
      }),
    };
    const edit: Choice = { value: 'edit', label: sentence('View and edit') };
    return {
      kind: 'one',
      prompt: sentence('What may they do with the page?'),
      choices: (viewer === undefined ? [view, edit] : [view]).map((choice) => ({
        ...choice,
        picked: choice.value === answers.list,
      })),
      take: (value) => ({ ...answers, list: value === 'edit' ? 'edit' : 'view' }),
    };
  };
}
