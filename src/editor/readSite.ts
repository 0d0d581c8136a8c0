import * as vscode from 'vscode';
import type { Reading } from '../access/reading';
import type { SyncPorts } from '../sync/apply';
import { today } from './clock';
import { hostOf, type GuestFile } from './file';
import { online } from './online';
import { phaseWords, withProgress } from './progress';
import type { Readings } from './readings';

/** Reads the site for a file, with progress, keeps the reading for the views and returns it. */
export async function readSite(
  file: GuestFile,
  ports: SyncPorts,
  readings: Readings,
): Promise<Reading> {
  const title = vscode.l10n.t('Reading {site}', { site: hostOf(file) });
  const { live, plan } = await withProgress(title, (report, signal) =>
    online().preview(file.document, ports, {
      today: today(),
      signal,
      onPhase: (phase) => {
        report({ message: phaseWords(phase) });
      },
    }),
  );
  const reading: Reading = { document: file.document, live, plan, outcomes: [] };
  readings.keep(file, reading);
  return reading;
}
