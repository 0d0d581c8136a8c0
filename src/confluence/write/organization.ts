import * as z from 'zod/mini';
import type { Invitation } from '../../sync/ports';
import { parseAnswer } from '../answer';
import type { Change } from '../call';
import { change, changeOnce } from '../change';
import type { Channel } from '../channel';
import { clean } from '../clean';

/** The only role that is ever sent: guests take no seat. */
const guestRole = 'atlassian/guest';

/** Atlassian takes no more addresses in one invitation. */
const mostAddresses = 25;

const invitationText =
  'You are invited to read and work on documentation in Confluence as a guest. Accept this invitation to get access.';

const result = z.object({ status: z.string(), statusReason: z.nullish(z.string()) });

const row = z.object({
  email: z.string(),
  id: z.nullish(z.string()),
  results: z.nullish(
    z.array(
      z.object({
        roleAssignmentResult: z.nullish(z.array(result)),
        groupAssignmentResult: z.nullish(z.array(result)),
      }),
    ),
  ),
});

type Row = z.infer<typeof row>;

/**
 * Invite addresses as guests of one Confluence. Atlassian answers 206 when it refused some.
 * @param resource what the organization calls this Confluence
 * @returns what became of each address; one of which Atlassian says nothing is left out
 * @throws RangeError above 25 addresses
 */
export async function inviteGuests(
  channel: Channel,
  organization: string,
  resource: string,
  emails: readonly string[],
  notify: boolean,
  signal: AbortSignal,
): Promise<readonly Invitation[]> {
  if (emails.length > mostAddresses) throw new RangeError(`More than ${mostAddresses} addresses`);
  const call: Change = {
    method: 'POST',
    path: `/v2/orgs/${encodeURIComponent(organization)}/users/invite`,
    body: {
      emails,
      permissionRules: [{ resource, role: guestRole }],
      sendNotification: notify,
      ...(notify ? { notificationText: invitationText } : {}),
    },
    scope: 'write:user:admin',
    about: `organization ${organization}`,
  };
  const body = await changeOnce(channel, call, signal);
  const { data } = parseAnswer(body, z.object({ data: z.array(row) }), call);
  const rows = new Map(data.map((each) => [each.email.toLowerCase(), each]));
  return emails.flatMap((email): readonly Invitation[] => {
    const answer = rows.get(email.toLowerCase());
    const results = answer ? resultsOf(answer) : [];
    if (results.length === 0) return [];
    const error = explain(results, channel.secrets);
    return [{ email, accountId: answer?.id ?? undefined, error }];
  });
}

/** Take the Guest role of this Confluence away, and nothing else. */
export async function revokeGuestRole(
  channel: Channel,
  organization: string,
  resource: string,
  accountId: string,
  signal: AbortSignal,
): Promise<void> {
  const user = encodeURIComponent(accountId);
  await change(
    channel,
    {
      method: 'POST',
      path: `/v1/orgs/${encodeURIComponent(organization)}/users/${user}/roles/revoke`,
      body: { role: guestRole, resource },
      scope: 'write:user:admin',
      about: `person ${accountId}`,
    },
    signal,
  );
}

type Result = z.infer<typeof result>;

function resultsOf({ results }: Row): readonly Result[] {
  return (results ?? []).flatMap(({ roleAssignmentResult, groupAssignmentResult }) => [
    ...(roleAssignmentResult ?? []),
    ...(groupAssignmentResult ?? []),
  ]);
}

function explain(results: readonly Result[], secrets: readonly string[]): string | undefined {
  const refused = results.find(({ status }) => status !== 'INVITED');
  if (!refused) return undefined;
  const reason = clean(refused.statusReason ?? '', secrets);
  return `Atlassian did not invite this address${reason === '' ? '' : ` (it says “${reason}”)`}: look for the person in admin.atlassian.com.`;
}
