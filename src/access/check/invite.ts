import { sentence } from '../../document/sentence';
import { valueOf } from './asked';
import type { Found } from './found';
import { no, unknown, yes, type Finding, type Line, type Topic } from './report';

/** What an invitation takes, in the order in which one puts it right. */
const needs: readonly Topic[] = [
  'key',
  'organizationAdmin',
  'organizationId',
  'siteInOrganization',
  'plan',
  'guests',
  'userLimit',
];

/** Whether guests can be invited with these credentials, by everything that an invitation takes. */
export function judgeInviting({ organization }: Found, lines: readonly Line[]): Finding {
  const needed = needs.flatMap((topic) => lines.filter((line) => line.topic === topic));
  const missing = needed.find(({ answer }) => answer === 'no');
  if (missing) return no(missing.sentence, missing.fixer);
  // The user limit is not told everywhere, and seldom what keeps a guest out.
  const open = needed.find(({ answer, topic }) => answer === 'unknown' && topic !== 'userLimit');
  if (open) return unknown(open.sentence, open.fixer);
  // A key made with scopes was seen to get an empty list.
  if (valueOf(organization.listed)?.length === 0) {
    return unknown(
      sentence('The key seems to be made with scopes, with which Atlassian may not let it invite.'),
      missingScopes,
    );
  }
  return yes(sentence('The key, the plan and the free places allow inviting guests.'));
}

const missingScopes: Finding['fixer'] = {
  who: 'organizationAdmin',
  remedy: sentence('Create an API key without scopes under Settings → API keys'),
  link: 'https://admin.atlassian.com',
};
