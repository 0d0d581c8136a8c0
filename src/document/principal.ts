import { domainOf } from './address';
import type { Principal, Span } from './model';
import type { Sentence } from './sentence';
import { sentence } from './sentence';

/** What one entry of a page's list names; a refused entry may still be understood. */
export interface ReadPrincipal {
  readonly principal: Principal | undefined;
  readonly refused: Sentence | undefined;
}

export function readPrincipal(
  written: string,
  span: Span,
  internalDomains: ReadonlySet<string>,
): ReadPrincipal {
  const [, kind, name] = /^([a-z]+):\s*(.*)$/is.exec(written) ?? [];
  if (kind === undefined || name === undefined) return readAddress(written, span, internalDomains);
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

function readAddress(
  email: string,
  span: Span,
  internalDomains: ReadonlySet<string>,
): ReadPrincipal {
  if (!email.includes('@'))
    return refuse(
      sentence(
        '`{written}` could be anybody: write the address of a guest, or `team:`, `group:` or `user:` before the name.',
        { written: email },
      ),
    );
  if (!internalDomains.has(domainOf(email))) return accept({ kind: 'guest', email, span });
  return {
    principal: { kind: 'user', user: email, span },
    refused: sentence('`{email}` is staff and no guest: write `user:{email}`.', { email }),
  };
}

function accept(principal: Principal): ReadPrincipal {
  return { principal, refused: undefined };
}

function refuse(refused: Sentence): ReadPrincipal {
  return { principal: undefined, refused };
}
