import * as vscode from 'vscode';
import { troublesOf } from '../access/reading';
import { describe } from '../sync/step';
import { timeOf } from './clock';
import type { Files } from './files';
import { rangesIn } from './range';
import type { FileReading, Readings } from './readings';
import { speak } from './speak';

/**
 * What the last sync or preview could not do, on the lines that asked for it. Once the file is
 * edited it no longer speaks of the same text, and is gone until the site is read again.
 */
export function registerSiteDiagnostics(files: Files, readings: Readings): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('confluenceGuests.site');
  const update = (uri: vscode.Uri): void => {
    const file = files.get(uri);
    const reading = file && readings.get(file);
    collection.set(
      uri,
      reading?.text === file?.text ? reading && diagnosticsOf(reading) : undefined,
    );
  };
  return vscode.Disposable.from(
    collection,
    files.onDidChange(update),
    readings.onDidChange(update),
  );
}

function diagnosticsOf(reading: FileReading): readonly vscode.Diagnostic[] {
  const rangeOf = rangesIn(reading.text);
  const time = timeOf(reading.live.readAt);
  const troubles = troublesOf(reading).map(({ step, state, reason }) => {
    const diagnostic = new vscode.Diagnostic(
      rangeOf(step.span),
      vscode.l10n.t('{step}: {reason} (site read at {time})', {
        step: speak(describe(step)),
        reason: speak(reason),
        time,
      }),
      state === 'failed' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning,
    );
    diagnostic.code = state;
    return diagnostic;
  });
  const blocked = reading.plan.blocked.map(({ code, sentence, span }) => {
    const diagnostic = new vscode.Diagnostic(
      rangeOf(span),
      vscode.l10n.t('{reason} (site read at {time})', { reason: speak(sentence), time }),
      vscode.DiagnosticSeverity.Warning,
    );
    diagnostic.code = code;
    return diagnostic;
  });
  const diagnostics = [...troubles, ...blocked];
  for (const diagnostic of diagnostics) diagnostic.source = 'Confluence Guests (site)';
  return diagnostics;
}
