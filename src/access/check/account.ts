import { sentence } from '../../document/sentence';
import type { Account } from '../../sync/accessReader';
import { findingOf, kindOf } from './asked';
import { adminScreen, makeToken } from './fixers';
import type { Found } from './found';
import { tokenReason } from './reasons';
import { no, unknown, yes, type Finding, type Fixer } from './report';

/** Whether the API token is accepted. */
export function judgeToken({ hasToken, account }: Found): Finding {
  if (!hasToken) {
    return {
      ...no(sentence('There is no API token for this site.'), makeToken),
      how: sentence('Looked for one to sign in with'),
    };
  }
  switch (kindOf(account)) {
    case 'auth':
    case 'scope':
      return { ...findingOf(account, accepted), answer: 'no', fixer: makeToken };
    case 'forbidden':
      return yes(sentence('Confluence knows the API token.'));
    default:
      return findingOf(account, accepted);
  }
}

function accepted({ name }: Account): Finding {
  return yes(sentence('Confluence accepts the API token of {name}.', { name }));
}

/** Whether the account may use Confluence. */
export function judgeConfluence({ account }: Found, organization: string | undefined): Finding {
  if (account.state === 'failed') {
    const { error } = account;
    if (error.kind === 'auth') return unknown(tokenReason(error));
    if (error.kind === 'forbidden') {
      return no(sentence('{why}', { why: error.message }), letIn(organization));
    }
  }
  return findingOf(account, used);
}

function used({ name, isGuest }: Account): Finding {
  return yes(
    isGuest === true
      ? sentence('{name} uses Confluence as a guest, and guests let nobody else in.', { name })
      : sentence('{name} may use Confluence on this site.', { name }),
  );
}

function letIn(organization: string | undefined): Fixer {
  return {
    who: 'siteAdmin',
    remedy: sentence('Give the account access to Confluence as a user, which takes a paid seat'),
    link: adminScreen(organization),
  };
}

/** Whether the account administers Confluence, which is not the same as the organization. */
export function judgeAdmin({ account }: Found): Finding {
  if (account.state === 'failed') {
    const { error } = account;
    if (error.kind === 'auth') return unknown(tokenReason(error));
    if (error.kind === 'forbidden') return no(tokenReason(error));
  }
  return findingOf(account, administers);
}

function administers({ name, isAdmin }: Account): Finding {
  switch (isAdmin) {
    case true:
      return yes(
        sentence('{name} administers Confluence, which does not include the organization.', {
          name,
        }),
      );
    case false:
      return no(
        sentence('{name} does not administer Confluence; spaces and pages do not need that.', {
          name,
        }),
      );
    case undefined:
      return unknown(sentence('Confluence does not say what the account may do on the site.'));
  }
}
