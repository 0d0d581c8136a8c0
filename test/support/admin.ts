import assert from 'node:assert/strict';
import { connect } from '../../src/confluence/connection';
import { createRuntime } from '../../src/confluence/runtime';
import type { Sandbox } from '../../src/sandbox/server';
import type { OrganizationWriter } from '../../src/sync/ports';

/** The organization admin of Acme, who does by hand what only an organization admin can. */
export function adminOf(
  { origin }: Pick<Sandbox, 'origin'>,
  organization = 'org-1',
): OrganizationWriter {
  const { writer } = connect(
    { origin, adminKey: 'canary-secret-key-of-acme', organization },
    createRuntime(fetch, () => undefined),
  );
  assert.ok(writer.organization);
  return writer.organization;
}

/** The admin invites somebody as a guest, who accepts. */
export async function inviteByHand(site: Sandbox, email: string): Promise<void> {
  const [invitation] = await adminOf(site).inviteGuests(
    [email],
    true,
    new AbortController().signal,
  );
  assert.equal(invitation?.error, undefined);
  site.accept(email);
}
