import type { Runtime } from '../confluence/runtime';
import type { AccessReports } from './accessReports';
import { today } from './clock';
import { connectWith, signedIn, type Connect } from './connect';
import type { Credentials } from './credentials';
import type { GuestFile } from './file';
import { online } from './online';
import type { Readings } from './readings';

/** Reads the site for a file and keeps what it says; nobody is asked or told anything. */
export type ReadQuietly = (file: GuestFile, signal: AbortSignal) => Promise<void>;

/** With an organization admin key the places for guests are counted too, every now and then. */
export function createReadQuietly(
  readings: Readings,
  reports: AccessReports,
  credentials: Credentials,
  connect: Connect,
  runtime: Runtime,
): ReadQuietly {
  return async (file, signal) => {
    const { preview, readAccess } = online();
    const { origin, credential } = await signedIn(file, credentials);
    const { document } = file;
    const before = readings.get(file);
    const reading = await preview(document, await connect(file), { today: today(), signal });
    // Meanwhile somebody may have signed out, or a sync may have changed what was read.
    const isOutdated = (): boolean => !credentials.origins().includes(origin);
    if (isOutdated() || readings.get(file) !== before) return;
    readings.keep(file, { ...reading, document, outcomes: [] });
    // A sync has invited and removed people since they were counted.
    const hasSynced = before !== undefined && before.outcomes.length > 0;
    if (!credential.organization || !(reports.isDue(file) || hasSynced)) return;
    const { access } = connectWith(origin, credential, runtime);
    const report = await readAccess(document, access, { now: () => new Date(), signal });
    if (!isOutdated()) reports.keep(file, report);
  };
}
