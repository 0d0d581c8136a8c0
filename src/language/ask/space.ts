import { entriesOf } from '../../document/entries';
import * as schema from '../../document/schema';
import { sentence } from '../../document/sentence';
import { foundIn } from '../../sync/look';
import type { Known } from '../known';
import { readPerson } from './address';
import type { Answers } from './answers';
import { chooseOrWrite } from './choose';
import { verbatim, type Choice, type Step } from './question';
import { headingOf } from './site';

/** The space of the new guest; the only one of the file is not asked for. */
export function askSpace(known: Known): readonly Step<Answers>[] {
  const owned = [...known.document.spaces.keys()];
  if (owned.length === 1) return [];
  const heading = headingOf(known.lists);
  const nameOf = new Map(foundIn(known.lists?.spaces).map(({ key, name }) => [key, name]));
  const described = (key: string): Pick<Choice, 'description'> => {
    const name = nameOf.get(key);
    return name === undefined ? {} : { description: verbatim(name) };
  };
  return chooseOrWrite('space', ({ address }) => {
    const taken = spacesOf(address?.text ?? '', known);
    return {
      prompt: sentence('Which space shall the guest have?'),
      choices: [
        ...owned
          .filter((key) => !taken.has(key))
          .map((key) => ({ value: key, label: verbatim(key), ...described(key) })),
        ...foreignSpaces(known).map((key) => ({
          value: key,
          label: verbatim(key),
          ...described(key),
          detail: sentence('New to this file, which then owns the space'),
          ...heading,
        })),
      ],
      other: sentence('Another space…'),
      line: {
        prompt: sentence('The key of the space'),
        placeHolder: sentence('DOCS, as in the address of the space'),
        refuse: (text) => {
          if (!schema.ownedSpaceKey.safeParse(text).success)
            return sentence('Copy the key from the address of the space, such as DOCS.');
          return taken.has(text)
            ? sentence('The guest is in the file already, for this space.')
            : undefined;
        },
      },
    };
  });
}

/** The space of the new guest after these answers. */
export function spaceOf({ space }: Answers, { document }: Known): string | undefined {
  const [only, ...others] = document.spaces.keys();
  return space?.text ?? (others.length === 0 ? only : undefined);
}

function spacesOf(address: string, { document }: Known): ReadonlySet<string> {
  const { email } = readPerson(address);
  return new Set(entriesOf(email, document).map(({ space }) => space));
}

function foreignSpaces({ document, lists }: Known): readonly string[] {
  return foundIn(lists?.spaces)
    .map(({ key }) => key)
    .filter((key) => !document.spaces.has(key));
}
