import * as schema from '../document/schema';
import { sentence, type Sentence } from '../document/sentence';
import { readSite } from '../document/site';
import type { SiteLists } from '../sync/lists';
import { foundIn } from '../sync/look';
import { chooseOrWrite, other, type Answer } from './ask/choose';
import { verbatim, visible, type Choice, type Step } from './ask/question';
import { headingOf } from './ask/site';
import { when } from './ask/when';

/** A folder where the file may be made. */
export interface Folder {
  readonly uri: string;
  readonly name: string;
  /** It has one already. */
  readonly taken: boolean;
}

/** What is known of a site without asking it. */
export type ListsOf = (origin: string) => SiteLists | undefined;

export interface FileAnswers {
  readonly folder?: string;
  readonly site?: Answer;
  /** Keys; `other` among them stands for `keys`. */
  readonly spaces?: readonly string[];
  /** Keys with commas between them. */
  readonly keys?: string;
}

/** Create collaborators.yaml: the questions about its place, its site and its spaces. */
export function newFileSteps(
  folders: readonly Folder[],
  sites: readonly string[],
  listsOf: ListsOf,
): readonly Step<FileAnswers>[] {
  const [only, ...others] = folders;
  const isFree = ({ folder = others.length === 0 ? only?.uri : undefined }: FileAnswers): boolean =>
    !folders.some(({ uri, taken }) => taken && uri === folder);
  return [
    ...(others.length > 0 ? [askFolder(folders)] : []),
    ...when(isFree, [...askSite(sites), ...askSpaces(listsOf)]),
  ];
}

function askFolder(folders: readonly Folder[]): Step<FileAnswers> {
  return (answers) => ({
    kind: 'one',
    prompt: sentence('In which folder?'),
    choices: folders.map(({ uri, name, taken }) => ({
      value: uri,
      label: verbatim(name),
      ...(taken && { description: sentence('has one, which is opened') }),
      picked: answers.folder === uri,
    })),
    take: (folder) => ({ ...answers, folder }),
  });
}

function askSite(sites: readonly string[]): readonly Step<FileAnswers>[] {
  return chooseOrWrite('site', () => ({
    prompt: sentence('Which Confluence site is it for?'),
    choices: sites.map((origin) => ({
      value: origin,
      label: verbatim(new URL(origin).host),
    })),
    other: sentence('Another site…'),
    line: {
      prompt: sentence('The address of your Confluence site'),
      placeHolder: verbatim('https://acme.atlassian.net'),
      refuse: (text) => {
        const result = readSite(beginning(text));
        return 'refused' in result ? result.refused : undefined;
      },
    },
  }));
}

/** The part of an address that names the site, which may be the address of any page there. */
function beginning(text: string): string {
  const address = text.includes('://') ? text : `https://${text}`;
  return /^https?:\/\/[^/?#]*/i.exec(address)?.[0] ?? address;
}

/** The origin of the site; empty when none was named. */
export function siteOf({ site }: FileAnswers): string {
  const result = readSite(beginning(site?.text ?? ''));
  return 'origin' in result ? result.origin : '';
}

function askSpaces(listsOf: ListsOf): readonly Step<FileAnswers>[] {
  const offeredFor = (answers: FileAnswers): readonly Choice[] => {
    const lists = listsOf(siteOf(answers));
    const heading = headingOf(lists);
    return foundIn(lists?.spaces).map(({ key, name }) => ({
      value: key,
      label: verbatim(key),
      description: verbatim(name),
      ...heading,
    }));
  };
  const choose: Step<FileAnswers> = (answers) => {
    const choices = offeredFor(answers);
    if (choices.length === 0) return undefined;
    return {
      kind: 'many',
      prompt: sentence('Which spaces shall the file decide about?'),
      choices: [
        ...choices,
        { value: other, label: sentence('Another space…'), isNew: true } satisfies Choice,
      ].map((choice) => ({ ...choice, picked: answers.spaces?.includes(choice.value) === true })),
      take: (spaces) => ({ ...answers, spaces }),
    };
  };
  const write: Step<FileAnswers> = (answers) => {
    if (offeredFor(answers).length > 0 && !answers.spaces?.includes(other)) return undefined;
    return {
      kind: 'line',
      prompt: sentence(
        'The keys of the spaces that the file shall decide about. They may be left empty for now',
      ),
      placeHolder: sentence('DOCS, LAB, as in the addresses of the spaces'),
      value: answers.keys ?? '',
      refuse: refuseKeys,
      take: (keys) => ({ ...answers, keys }),
    };
  };
  return [choose, write];
}

function refuseKeys(text: string): Sentence | undefined {
  const wrong = keysIn(text).find((key) => !schema.ownedSpaceKey.safeParse(key).success);
  return wrong === undefined
    ? undefined
    : sentence('{key} is no space key: copy it from the address of the space.', { key: wrong });
}

function keysIn(text: string): readonly string[] {
  return visible(text)
    .split(/[\s,;]+/)
    .filter((key) => key !== '');
}

/** The keys of these answers; those of a site that was chosen before do not count. */
export function spacesOf(answers: FileAnswers, listsOf: ListsOf): readonly string[] {
  const offered = foundIn(listsOf(siteOf(answers))?.spaces).map(({ key }) => key);
  const written = keysIn(answers.keys ?? '');
  if (offered.length === 0) return [...new Set(written)];
  const { spaces = [] } = answers;
  const picked = spaces.filter((key) => offered.includes(key));
  return [...new Set([...picked, ...(spaces.includes(other) ? written : [])])];
}
