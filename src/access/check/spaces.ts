import { sentence, type Sentence } from '../../document/sentence';
import type { SpaceMode } from '../../sync/model';
import { findingOf } from './asked';
import { spaceScreen } from './fixers';
import type { Found, FoundSpace } from './found';
import { closedBy, openBy } from './plan';
import { no, unknown, yes, type Finding, type Fixer } from './report';

/** Whether it is known how the site keeps space access. */
export function judgeModel({ mode }: Found): Finding {
  return findingOf(mode, judgeMode);
}

function judgeMode(mode: SpaceMode): Finding {
  switch (mode) {
    case 'permissions':
      return yes(sentence('The site keeps each space permission by itself.'));
    case 'roles':
      return yes(sentence('The site uses space roles.'));
    case 'transition':
      return no(sentence('The site is on its way from space permissions to space roles.'), {
        who: 'siteAdmin',
        remedy: sentence('Finish the change to space roles in Confluence'),
        link: undefined,
      });
    case 'unknown':
      return unknown(
        sentence('The site does not say whether it uses space permissions or space roles.'),
      );
  }
}

/** A space of the file, on a site with a plan. */
interface SpaceAt {
  readonly key: string;
  readonly origin: string;
  readonly plan: Finding;
}

/** Whether the account can see the space. */
export function judgeReading({ space }: FoundSpace, { key, origin }: SpaceAt): Finding {
  return findingOf(space, (found) =>
    found
      ? yes(sentence('The account can see space {key}.', { key }))
      : no(
          sentence('There is no space {key} that the account can see.', { key }),
          letIn(sentence('Let the account into the space, or correct the key'), key, origin),
        ),
  );
}

/** Whether the account can give guests the space. */
export function judgeAssigning({ operations }: FoundSpace, at: SpaceAt): Finding {
  const { key } = at;
  return judgeRight(operations, 'administer/space', at, {
    can: sentence('The account administers space {key} and can give it to guests.', { key }),
    cannot: sentence('The account does not administer space {key}.', { key }),
  });
}

/** Whether the account can restrict pages of the space. */
export function judgeRestricting({ operations }: FoundSpace, at: SpaceAt): Finding {
  const { key } = at;
  return judgeRight(operations, 'restrict_content/space', at, {
    can: sentence('The account can restrict the pages of space {key} that it can edit.', { key }),
    cannot: sentence('The account has no right to restrict pages in space {key}.', { key }),
  });
}

function judgeRight(
  operations: FoundSpace['operations'],
  right: string,
  { plan, key, origin }: SpaceAt,
  words: { readonly can: Sentence; readonly cannot: Sentence },
): Finding {
  if (plan.answer === 'no') return closedBy(plan);
  return findingOf(operations, (all) =>
    all.includes(right)
      ? openBy(plan, yes(words.can))
      : no(
          words.cannot,
          letIn(sentence('Make the account an admin of the space, or do it'), key, origin),
        ),
  );
}

function letIn(remedy: Sentence, key: string, origin: string): Fixer {
  return { who: 'spaceAdmin', remedy, link: spaceScreen(origin, key) };
}
