import type { Principal, Span } from './model';
import type { Sentence } from './sentence';
import { sentence } from './sentence';

/** What one entry of a page's list names. */
type Result =
  | { readonly principal: Principal; readonly refused?: undefined }
  | { readonly principal?: undefined; readonly refused: Sentence };

export function readPrincipal(written: string, span: Span): Result {
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

function readAddress(email: string, span: Span): Result {
  if (email.includes('@')) return accept({ kind: 'guest', email, span });
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
