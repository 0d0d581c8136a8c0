import type { Document } from '../../document/model';
import { sentence } from '../../document/sentence';
import { findingOf, kindOf, valueOf, type Asked } from './asked';
import { adminScreen, makeKey } from './fixers';
import type { Found } from './found';
import { no, unknown, yes, type Finding, type Fixer } from './report';

type Named = Pick<Document, 'organization'>;

/** Whether the organization admin key is accepted. */
export function judgeKey({ hasKey, organization }: Found, { organization: id }: Named): Finding {
  if (!hasKey) {
    return {
      ...no(
        sentence(
          'There is no organization admin key, so nobody can be invited or removed from here.',
        ),
        makeKey(id),
      ),
      how: sentence('Looked for one to sign in with'),
    };
  }
  const { named, listed } = organization;
  const asked: Asked<unknown> = named.state === 'unasked' ? listed : named;
  switch (kindOf(asked)) {
    case 'auth':
      return { ...findingOf(asked, accepted), answer: 'no', fixer: makeKey(id) };
    case 'scope':
    case 'forbidden':
    case 'notFound':
      return accepted();
    default:
      return findingOf(asked, accepted);
  }
}

function accepted(): Finding {
  return yes(sentence('Atlassian accepts the organization admin key.'));
}

/** Whether the key acts for an organization admin, who alone can invite and remove. */
export function judgeOrganizationAdmin(
  { organization: { named } }: Found,
  { organization: id }: Named,
): Finding {
  const judged = findingOf(named, ({ name }) =>
    yes(sentence('The key acts for an organization admin of {name}.', { name })),
  );
  switch (kindOf(named)) {
    case 'forbidden':
      return { ...judged, answer: 'no', fixer: makeKey(id) };
    case undefined:
      return judged.answer === 'unknown' ? { ...judged, fixer: askAdmin(id) } : judged;
    default:
      return judged;
  }
}

/** The screen that shows it to those who have it, and only to them. */
function askAdmin(id: string | undefined): Fixer {
  return {
    who: 'you',
    remedy: sentence(
      'Look whether you see Directory → Users in Atlassian Administration, which only organization admins do',
    ),
    link: adminScreen(id),
  };
}

/** Whether the file names the organization of the key. */
export function judgeOrganizationId(
  { organization: { named, listed } }: Found,
  { organization: id }: Named,
): Finding {
  const own = valueOf(listed) ?? [];
  if (id === undefined) {
    return no(sentence('No `organization:` is given.'), writeId(own));
  }
  // Refused or hidden, the id may be right all the same: the key's own organizations tell.
  if (kindOf(named) === 'notFound' || kindOf(named) === 'forbidden') {
    if (own.some((one) => one.id === id)) {
      return yes(sentence('The key is of the organization {id}.', { id }));
    }
    if (own.length > 0) {
      return no(sentence('The key is of another organization than {id}.', { id }), writeId(own));
    }
  }
  return findingOf(named, ({ name }) =>
    yes(sentence('The organization {id} is {name}.', { id, name })),
  );
}

function writeId(own: readonly { readonly id: string; readonly name: string }[]): Fixer {
  const [first] = own;
  return {
    who: 'you',
    remedy:
      first && own.length === 1
        ? sentence('Write `organization: {id}`, which is {name}', { ...first })
        : sentence('Write the id from the address admin.atlassian.com/o/<id> as `organization:`'),
    link: adminScreen(undefined),
  };
}

/** Whether the site is one of the organization. */
export function judgeSite(
  { origin, organization: { workspaces, workspace } }: Found,
  { organization: id }: Named,
): Finding {
  const others = valueOf(workspaces) ?? [];
  return findingOf(workspace, (found) => {
    if (found) return yes(sentence('The organization has the site {origin}.', { origin }));
    if (others.length === 0) {
      return unknown(sentence('The list of apps that Atlassian gave this key is empty.'));
    }
    if (others.some((one) => one.origin === undefined)) {
      return unknown(sentence('The organization does not tell the addresses of all its sites.'));
    }
    return no(sentence('The organization has other sites and not {origin}.', { origin }), {
      who: 'you',
      remedy: sentence('Correct `organization:` or `site:` in the file'),
      link: adminScreen(id),
    });
  });
}
