import { resendInvitation } from '../sync/resend';
import { readDocument } from './file';
import type { Options } from './options';
import { portsFor } from './plan';
import type { ExitCode, Surroundings } from './surroundings';

/** Mail an invitation again to somebody who has not accepted it. */
export async function resend(
  file: string,
  options: Options,
  around: Surroundings,
): Promise<ExitCode> {
  const read = await readDocument(file, around);
  const address = options.address ?? '';
  const ports = portsFor(read, options, around);
  await resendInvitation(read.document, address, ports, around.signal);
  around.out(`Atlassian mails the invitation to ${address} again.`);
  return 0;
}
