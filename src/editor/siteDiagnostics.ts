import * as vscode from 'vscode';
import { timeOf } from './clock';
import type { GuestFile } from './file';
import type { Files } from './files';
import { rangesIn } from './range';
import type { GradedProblem, SiteProblems } from './siteProblems';
import { speak } from './speak';

/** What the editor shows beside these diagnostics, as where they come from. */
export const source = 'Confluence Guests (site)';

/**
 * What the site said about a file, on the lines that it is about, with the time of reading and a link
 * to what can be done.
 */
export function registerSiteDiagnostics(
  files: Files,
  problems: SiteProblems,
  /** Where the extension lies, with its pages of help. */
  extension: vscode.Uri,
): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('confluenceGuests.site');
  const help = vscode.Uri.joinPath(extension, 'docs', 'problems.md');
  return vscode.Disposable.from(
    collection,
    problems.onDidChange((uri) => {
      const file = files.get(uri);
      collection.set(uri, file && diagnosticsOf(file, problems.of(uri), help));
    }),
  );
}

function diagnosticsOf(
  file: GuestFile,
  problems: readonly GradedProblem[],
  help: vscode.Uri,
): readonly vscode.Diagnostic[] {
  if (problems.length === 0) return [];
  const rangeOf = rangesIn(file);
  return problems.map((problem) => {
    const { code, span, level, related } = problem;
    const diagnostic = new vscode.Diagnostic(rangeOf(span), messageOf(problem), severities[level]);
    diagnostic.source = source;
    diagnostic.code = { value: code, target: openAt(help.with({ fragment: code })) };
    diagnostic.relatedInformation = related.map(
      (other) =>
        new vscode.DiagnosticRelatedInformation(
          new vscode.Location(file.uri, rangeOf(other.span)),
          speak(other.sentence),
        ),
    );
    return diagnostic;
  });
}

/** The code of a diagnostic, which may be a link. */
export function codeOf({ code }: vscode.Diagnostic): string | number | undefined {
  return typeof code === 'object' ? code.value : code;
}

function messageOf({ step, sentence, readAt }: GradedProblem): string {
  const reason = speak(sentence);
  if (readAt === undefined) return reason;
  const facts = { reason, time: timeOf(readAt) };
  return step
    ? vscode.l10n.t('{step}: {reason} (site read at {time})', { ...facts, step: speak(step) })
    : vscode.l10n.t('{reason} (site read at {time})', facts);
}

/** A link that shows a page of help as it is meant to be read. */
function openAt(page: vscode.Uri): vscode.Uri {
  const query = encodeURIComponent(JSON.stringify([page]));
  return vscode.Uri.from({ scheme: 'command', path: 'markdown.showPreview', query });
}

const severities: Readonly<Record<GradedProblem['level'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};
