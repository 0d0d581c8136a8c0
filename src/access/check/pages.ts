import type { SharedPage } from '../../document/model';
import { sentence, type Sentence } from '../../document/sentence';
import type { PageOperations } from '../../sync/accessReader';
import { findingOf, valueOf } from './asked';
import { pageScreen } from './fixers';
import type { Found } from './found';
import { closedBy, openBy } from './plan';
import { no, unknown, yes, type Finding, type Fixer } from './report';

/** Whether the account can restrict a page. */
export function judgePage(found: Found, { id }: SharedPage, plan: Finding): Finding {
  if (plan.answer === 'no') return closedBy(plan);
  const ask = (remedy: Sentence): Fixer => ({
    who: 'spaceAdmin',
    remedy,
    link: pageScreen(found.origin, id),
  });
  return findingOf(found.pages, (pages) => {
    const page = pages.get(id);
    if (!page) {
      return no(
        sentence('There is no page {id} that the account can see.', { id }),
        ask(sentence('Let the account see the page, or correct its id')),
      );
    }
    const title = page.title ?? id;
    switch (canRestrict(page, found, pages)) {
      case true:
        return openBy(plan, yes(sentence('The account can restrict “{title}”.', { title })));
      case false:
        return no(
          page.operations.includes('update')
            ? sentence('The account can edit “{title}” and not restrict it.', { title })
            : sentence('The account cannot edit “{title}”, which restricting it takes.', { title }),
          ask(sentence('Let the account edit and restrict the page, or do it')),
        );
      case undefined:
        return unknown(
          sentence('Confluence does not say whether the account can restrict “{title}”.', {
            title,
          }),
        );
    }
  });
}

/**
 * Restricting takes the right to edit (Atlassian's document) and the space's Restrictions permission
 * (Atlassian support). Whether a page's operations name it is not documented: where no page's do, the
 * space's count.
 */
function canRestrict(
  { operations, spaceKey }: PageOperations,
  { spaces }: Found,
  pages: ReadonlyMap<string, PageOperations>,
): boolean | undefined {
  if (operations.includes(right)) return true;
  if (!operations.includes('update')) return false;
  if ([...pages.values()].some((page) => page.operations.includes(right))) return false;
  const space = spaceKey === undefined ? undefined : spaces.get(spaceKey);
  return space && valueOf(space.operations)?.includes(`${right}/space`);
}

const right = 'restrict_content';
