import { titleOf } from '../../access/detail';
import { onceFor } from '../../document/once';
import { sentence } from '../../document/sentence';
import { foundIn } from '../../sync/look';
import type { Known } from '../known';
import type { Answers } from './answers';
import { other, type Choosing } from './choose';
import type { ChosenPage, ReadPage } from './page';
import { verbatim, visible, type Choice, type Step } from './question';
import { headingOf } from './site';
import { spaceOf } from './space';

/** The pages of the file, then those of its spaces that the site has besides. */
export function pageChoices(
  { document, reading, lists }: Known,
  fits: (page: ChosenPage) => boolean,
  read: ReadPage,
): readonly Choice[] {
  const isFit = ({ id }: { readonly id: string }): boolean => {
    const result = read(id);
    return !result.refused && fits(result.page);
  };
  const heading = headingOf(lists);
  const inFile = sentence('In the file');
  const listed = new Set(document.pages?.map(({ id }) => id));
  return [
    ...(document.pages ?? []).filter(isFit).map((page) => ({
      value: page.id,
      label: verbatim(titleOf(page, reading)),
      description: verbatim(page.id),
      group: inFile,
    })),
    ...foundIn(lists?.pages)
      .filter((page) => !listed.has(page.id) && isFit(page))
      .map(({ id, title, spaceKey }) => ({
        value: id,
        label: verbatim(title),
        description: sentence('{space} · {id}', { space: spaceKey, id }),
        ...heading,
      })),
  ];
}

/** How a page that is on no list is written; guests who have these spaces alone can have no others. */
export function pageLine(
  { document }: Known,
  spaces: readonly string[],
  read: ReadPage,
): Choosing['line'] {
  return {
    prompt: sentence('The address of the page in your browser, or its ID'),
    placeHolder: sentence('{site}/wiki/spaces/DOCS/pages/123456/Partner+API+guide', {
      site: document.site?.origin ?? 'https://acme.atlassian.net',
    }),
    refuse: (text) => {
      const result = read(text);
      if (result.refused) return result.refused;
      const { spaceKey } = result.page;
      return spaceKey === undefined || isIn(result.page, spaces)
        ? undefined
        : sentence('This page is in the space {other}, and the guest has {space}.', {
            other: spaceKey,
            space: spaces.join(', '),
          });
    },
  };
}

/** Whether a page may well be in one of these spaces; without any, every page is. */
export function isIn({ spaceKey }: ChosenPage, spaces: readonly string[]): boolean {
  return spaceKey === undefined || spaces.length === 0 || spaces.includes(spaceKey);
}

/**
 * Which pages the new guest may view; not asked where no page is known. A page whose viewers the file does
 * not manage is left out: the guest of a space sees its open pages.
 */
export function askPages(known: Known, read: ReadPage): readonly Step<Answers>[] {
  const choicesIn = onceFor((space: string | undefined) =>
    pageChoices(
      known,
      (page) => isIn(page, listed(space)) && (!page.entry || page.entry.view !== undefined),
      read,
    ),
  );
  const choose: Step<Answers> = (answers) => {
    const choices = choicesIn(spaceOf(answers, known));
    if (choices.length === 0) return undefined;
    const picked = new Set(answers.pages);
    return {
      kind: 'many',
      prompt: sentence('Which restricted pages shall the guest view? Press Enter for none'),
      choices: [
        ...choices,
        { value: other, label: sentence('Another page…'), isNew: true } satisfies Choice,
      ].map((choice) => ({ ...choice, picked: picked.has(choice.value) })),
      take: (pages) => ({ ...answers, pages }),
    };
  };
  const write: Step<Answers> = (answers) => {
    if (!answers.pages?.includes(other)) return undefined;
    const { refuse, ...line } = pageLine(known, listed(spaceOf(answers, known)), read);
    return {
      kind: 'line',
      ...line,
      value: answers.page?.text ?? '',
      refuse: (text) => refuse(visible(text)),
      take: (text) => ({ ...answers, page: { text: visible(text), written: true } }),
    };
  };
  return [choose, write];
}

function listed(space: string | undefined): readonly string[] {
  return space === undefined ? [] : [space];
}

/** The pages of these answers that the guest can have; an earlier answer may have changed since. */
export function pagesOf(answers: Answers, known: Known, read: ReadPage): readonly ChosenPage[] {
  const { pages = [], page } = answers;
  const spaces = listed(spaceOf(answers, known));
  const texts = pages.flatMap((value) => (value === other ? (page?.text ?? []) : value));
  const found = texts.flatMap((text) => {
    const result = read(text);
    return result.refused || !isIn(result.page, spaces) ? [] : result.page;
  });
  return [...new Map(found.map((one) => [one.id, one])).values()];
}
