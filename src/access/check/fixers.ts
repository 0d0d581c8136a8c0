import { sentence, type Sentence } from '../../document/sentence';
import type { Fixer, Who } from './report';

export const tokenScreen = 'https://id.atlassian.com/manage-profile/security/api-tokens';

/** The organization's own screens, or where one chooses it. */
export function adminScreen(organization: string | undefined): string {
  return organization === undefined
    ? 'https://admin.atlassian.com'
    : `https://admin.atlassian.com/o/${encodeURIComponent(organization)}`;
}

export function spaceScreen(origin: string, key: string): string {
  return `${origin}/wiki/spaces/${encodeURIComponent(key)}`;
}

export function pageScreen(origin: string, id: string): string {
  return `${origin}/wiki/pages/viewpage.action?pageId=${encodeURIComponent(id)}`;
}

export const makeToken: Fixer = {
  who: 'you',
  remedy: sentence('Create an API token and sign in with it'),
  link: tokenScreen,
};

/** A key can be made by an organization admin alone (Atlassian support, "Manage an organization with the admin APIs"). */
export function makeKey(organization: string | undefined): Fixer {
  return {
    who: 'organizationAdmin',
    remedy: sentence(
      'Create an API key without scopes under Settings → API keys and sign in with it, or do the invitations',
    ),
    link: adminScreen(organization),
  };
}

export function changePlan(organization: string | undefined): Fixer {
  return {
    who: 'organizationAdmin',
    remedy: sentence('Change to Confluence Standard, Premium or Enterprise under Billing'),
    link: adminScreen(organization),
  };
}

/** The name of somebody who can do something, to be read after “who can change it”. */
export function nameOf(who: Who): Sentence {
  switch (who) {
    case 'you':
      return sentence('you');
    case 'spaceAdmin':
      return sentence('an admin of the space');
    case 'siteAdmin':
      return sentence('a site admin');
    case 'organizationAdmin':
      return sentence('an organization admin');
  }
}
