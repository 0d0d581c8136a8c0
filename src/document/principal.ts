import type { Principal, SharedPage, Span } from './model';
import * as schema from './schema';
import type { Sentence } from './sentence';
import { sentence } from './sentence';

/** What one entry of a page's list names. */
type Result =
  | { readonly principal: Principal; readonly refused?: undefined }
  | { readonly principal?: undefined; readonly refused: Sentence };

export function readPrincipal(written: string, span: Span): Result {
  if (partsOf(written).length > 1)
    return refuse(
      sentence('`{written}` names more than one: write each as an entry of its own.', { written }),
    );
  const [, kind, name] = /^([a-z]+):\s*(.*)$/is.exec(written) ?? [];
  if (kind === undefined || name === undefined) return readAddress(written, span);
  if (name === '') return refuse(sentence('A name is missing after `{kind}:`.', { kind }));
  switch (kind) {
    case 'team':
    case 'group':
      return accept({ kind, name, span });
    case 'user':
      return accept({ kind, user: name, span });
    default:
      return refuse(
        sentence(
          '`{kind}:` names nobody: write the address of a guest, `team:`, `group:` or `user:`.',
          { kind },
        ),
      );
  }
}

const nowhere: Span = { start: 0, end: 0 };

/** What an entry names when it names several at once. A group's name may hold blanks and commas, too. */
export function partsOf(written: string): readonly string[] {
  for (const between of [/[,;]/, /[\s,;]/]) {
    const parts = written
      .split(between)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    if (parts.length > 1 && parts.every((part) => readPrincipal(part, nowhere).principal))
      return parts;
  }
  return [written];
}

function readAddress(email: string, span: Span): Result {
  if (schema.email.safeParse(email).success) return accept({ kind: 'guest', email, span });
  if (email.includes('@'))
    return refuse(
      sentence('`{value}` is no email address: write it like `ana@partner.example`.', {
        value: email,
      }),
    );
  return refuse(
    sentence(
      '`{written}` could be anybody: write the address of a guest, or `team:`, `group:` or `user:` before the name.',
      { written: email },
    ),
  );
}

function accept(principal: Principal): Result {
  return { principal };
}

function refuse(refused: Sentence): Result {
  return { refused };
}

/** Everybody on the lists of a page, those who view first. */
export function principalsOn({
  view = [],
  edit = [],
}: Pick<SharedPage, 'view' | 'edit'>): readonly Principal[] {
  return [...view, ...edit];
}
