import { domainOf } from '../document/address';
import type { TextEdit } from '../document/edit';
import type { Span } from '../document/model';
import { readPrincipal } from '../document/principal';
import { excerpt } from '../document/problem';
import * as schema from '../document/schema';
import type { Sentence } from '../document/sentence';
import { sentence } from '../document/sentence';
import type { Mention } from './mention';
import { keyOf, nameSpan } from './mention';
import { mentionAt, mentionsOf, namesIn } from './names';
import { rewriter } from './rewrite';
import type { Source } from './source';

/** Why something cannot be renamed, in one sentence. */
interface Refused {
  readonly refused: Sentence;
}

/** The name at an offset that can be changed everywhere in the file. */
export function prepareRename(
  source: Source,
  offset: number,
): { readonly span: Span; readonly name: string } | Refused {
  const mention = renamableAt(source, offset);
  if ('refused' in mention) return mention;
  return { span: nameSpan(source.text, mention), name: mention.name };
}

/** The edits that give the guest, the member of staff, the team or the space at an offset another name everywhere. */
export function rename(
  source: Source,
  offset: number,
  newName: string,
): { readonly edits: readonly TextEdit[] } | Refused {
  const mention = renamableAt(source, offset);
  if ('refused' in mention) return mention;
  const name = nameIn(newName, mention);
  const refused =
    refuseName(mention, name) ??
    refuseTaken(source, mention, name) ??
    refuseStaff(source, mention, name);
  if (refused) return { refused };
  const rewrite = rewriter(source.text, name);
  return { edits: mentionsOf(source, mention).map(rewrite) };
}

/** Without the prefix that lists write before a team. */
function nameIn(written: string, { kind }: Mention): string {
  return written.trim().replace(kind === 'team' ? /^team:\s*/ : '', '');
}

function renamableAt(source: Source, offset: number): Mention | Refused {
  if (!namesIn(source).complete)
    return {
      refused: sentence(
        'Some places may be hidden by the errors in this file: correct them before you rename.',
      ),
    };
  const mention = mentionAt(source, offset);
  if (mention && isRenamable(mention)) return mention;
  return {
    refused: sentence(
      'Only an email address, a team and the key of a space can be renamed: place the cursor on one.',
    ),
  };
}

function isRenamable({ kind }: Mention): boolean {
  return kind === 'address' || kind === 'team' || kind === 'space';
}

function refuseName({ kind }: Mention, name: string): Sentence | undefined {
  if (isName(kind, name)) return undefined;
  const written = excerpt(name);
  switch (kind) {
    case 'address':
      return sentence('`{value}` is no email address: write it like `ana@partner.example`.', {
        value: written,
      });
    case 'space':
      return sentence('`{key}` is no space key: copy it from the address of the space.', {
        key: written,
      });
    default:
      return sentence('`{name}` cannot be the name of a team: write a word such as `reviewers`.', {
        name: written,
      });
  }
}

/** Longer ones are no names, and YAML reads none of more than 1,024 characters before a colon. */
const maxName = 255;

function isName(kind: Mention['kind'], name: string): boolean {
  if (kind === 'address') return schema.team.safeParse([name]).success;
  if (kind === 'space') return schema.ownedSpaceKey.safeParse(name).success;
  if (name === '' || name.length > maxName || /[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/u.test(name))
    return false;
  const { principal } = readPrincipal(`team:${name}`, { start: 0, end: 0 });
  return principal?.kind === 'team' && principal.name === name;
}

/** A name that is in use would make two of them one; staff alone may take each other's places. */
function refuseTaken(source: Source, mention: Mention, name: string): Sentence | undefined {
  const { kind } = mention;
  if (keyOf(kind, name) === keyOf(kind, mention.name)) return undefined;
  const taken = mentionsOf(source, { kind, name });
  const isDefined = [...taken, ...mentionsOf(source, mention)].some((one) => one.isDefinition);
  if (taken.length === 0 || !isDefined) return undefined;
  return sentence('`{name}` is in this file already: choose a name that is not.', {
    name: excerpt(name),
  });
}

/** The domains of the staff are for no guest. */
function refuseStaff(source: Source, mention: Mention, name: string): Sentence | undefined {
  if (mention.kind !== 'address') return undefined;
  const domain = domainOf(name);
  const isGuest = mentionsOf(source, mention).some((one) => one.isDefinition);
  return isGuest && source.document.internalDomains.includes(domain)
    ? sentence('{email} is staff, for {domain} is among the internal domains.', {
        email: name,
        domain,
      })
    : undefined;
}
