import * as vscode from 'vscode';
import type { Problem, Severity } from '../document/model';
import type { GuestFile } from './file';
import type { Files } from './files';
import { rangesIn } from './range';
import { speak } from './speak';

/** Every problem of every file, as the file stands. */
export function registerDiagnostics(files: Files): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('confluenceGuests');
  return vscode.Disposable.from(
    collection,
    files.onDidChange((uri) => {
      const file = files.get(uri);
      collection.set(uri, file && diagnosticsOf(file));
    }),
  );
}

function diagnosticsOf(file: GuestFile): readonly vscode.Diagnostic[] {
  const { uri, problems } = file;
  const rangeOf = rangesIn(file);
  return problems.map(({ code, severity, span, sentence, related }: Problem) => {
    const diagnostic = new vscode.Diagnostic(rangeOf(span), speak(sentence), levelOf(severity));
    diagnostic.source = 'Confluence Guests';
    diagnostic.code = code;
    diagnostic.relatedInformation = related.map(
      (other) =>
        new vscode.DiagnosticRelatedInformation(
          new vscode.Location(uri, rangeOf(other.span)),
          speak(other.sentence),
        ),
    );
    return diagnostic;
  });
}

function levelOf(severity: Severity): vscode.DiagnosticSeverity {
  switch (severity) {
    case 'error':
      return vscode.DiagnosticSeverity.Error;
    case 'warning':
      return vscode.DiagnosticSeverity.Warning;
    case 'info':
      return vscode.DiagnosticSeverity.Information;
  }
}
