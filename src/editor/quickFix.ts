import { setImmediate } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { TextEdit } from '../document/edit';
import type { Fix } from '../language/fixes/fix';
import type { GuestFile } from './file';
import type { Files } from './files';
import type { KnownOf } from './known';
import { language } from './language';
import { provide } from './provide';
import type { RangeOf } from './range';
import type { Readings } from './readings';
import { registerForFiles } from './selector';
import { siteActions } from './siteActions';
import { codeOf } from './siteDiagnostics';
import { speak } from './speak';
import { workspaceEdit } from './workspaceEdit';

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('confluenceGuests');
const sortKind = vscode.CodeActionKind.Source.append('sortGuests.confluenceGuests');

/** Problems at once whose repairs are looked for; nobody reads those of more. */
const maxShown = 20;

/** A file, and what was asked about it. */
interface Asked {
  readonly file: GuestFile;
  readonly rangeOf: RangeOf;
  readonly range: vscode.Range;
  readonly context: vscode.CodeActionContext;
  readonly token: vscode.CancellationToken;
}

/**
 * Repairs of the problems at the cursor and of what the site has shown there, and what else helps with
 * it. For the whole file: all repairs that are safe, and the order of its guests, worked out only when
 * they are chosen.
 */
export function registerQuickFixes(
  files: Files,
  known: KnownOf,
  readings: Readings,
): vscode.Disposable {
  const works = new WeakMap<vscode.CodeAction, () => Promise<vscode.WorkspaceEdit>>();

  const provider: vscode.CodeActionProvider = {
    provideCodeActions: (document, range, context, token) =>
      provide(files, document, token, async (file, rangeOf) => {
        const asked = { file, rangeOf, range, context, token };
        const fixes = fits(context, vscode.CodeActionKind.QuickFix)
          ? [
              ...(await problemFixes(asked)),
              ...findingFixes(asked),
              ...siteActions(file, context.diagnostics),
            ]
          : [];
        return context.only ? [...fixes, ...onFile(asked)] : fixes;
      }),
    async resolveCodeAction(action) {
      const work = works.get(action);
      if (work) action.edit = await work();
      return action;
    },
  };

  /**
   * A diagnostic may be older than the file; only one that is still true of it has repairs. Others get a
   * turn after each.
   */
  async function problemFixes(asked: Asked): Promise<readonly vscode.CodeAction[]> {
    const { file, rangeOf, context, token } = asked;
    // One slip may make several problems, and is repaired but once.
    const actions = new Map<string, vscode.CodeAction>();
    for (const diagnostic of context.diagnostics.slice(0, maxShown)) {
      const problem = file.problems.find(
        ({ code, span, sentence }) =>
          code === codeOf(diagnostic) &&
          rangeOf(span).isEqual(diagnostic.range) &&
          speak(sentence) === diagnostic.message,
      );
      if (!problem || diagnostic.source !== 'Confluence Guests') continue;
      for (const fix of language().fixesFor(file.text, problem, known(file))) {
        const result = JSON.stringify(fix.edits);
        const action = actions.get(result) ?? actionOf(asked, fix, []);
        action.diagnostics?.push(diagnostic);
        actions.set(result, action);
      }
      await setImmediate();
      if (token.isCancellationRequested) break;
    }
    return [...actions.values()];
  }

  function findingFixes(asked: Asked): readonly vscode.CodeAction[] {
    const { file, rangeOf, range, context } = asked;
    const reading = readings.get(file);
    if (reading?.text !== file.text) return [];
    const { blocked, notices } = reading.plan;
    const near = [...blocked, ...notices].filter(({ span }) => rangeOf(span).intersection(range));
    return near.slice(0, maxShown).flatMap((finding) => {
      const place = rangeOf(finding.span);
      const told = context.diagnostics.filter(
        (one) => codeOf(one) === finding.code && one.range.isEqual(place),
      );
      return language()
        .fixesForFinding(file.text, finding, known(file))
        .map((fix) => actionOf(asked, fix, told));
    });
  }

  function onFile(asked: Asked): readonly vscode.CodeAction[] {
    const { file, context } = asked;
    const { text, problems } = file;
    const add = (
      title: string,
      kind: vscode.CodeActionKind,
      work: () => readonly TextEdit[] | Promise<readonly TextEdit[]>,
    ) => {
      const action = new vscode.CodeAction(title, kind);
      works.set(action, async () => {
        const edits = await work();
        // They are of a text that may have changed meanwhile.
        return workspaceEdit(file, files.get(file.uri)?.text === text ? edits : []);
      });
      return fits(context, kind) ? [action] : [];
    };
    return [
      ...add(vscode.l10n.t('Fix all that can be fixed safely'), fixAllKind, () =>
        language().fixAll(text, problems, known(file), (other) => files.parse(file.uri, other)),
      ),
      ...add(vscode.l10n.t('Sort guests by address'), sortKind, () =>
        language().sortGuests(text, file),
      ),
    ];
  }

  return registerForFiles(files, (selector) =>
    vscode.languages.registerCodeActionsProvider(selector, provider, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind, sortKind],
    }),
  );
}

function actionOf(
  { file }: Asked,
  { title, edits, preferred }: Fix,
  diagnostics: vscode.Diagnostic[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(speak(title), vscode.CodeActionKind.QuickFix);
  action.edit = workspaceEdit(file, edits);
  action.isPreferred = preferred;
  action.diagnostics = diagnostics;
  return action;
}

function fits({ only }: vscode.CodeActionContext, kind: vscode.CodeActionKind): boolean {
  return !only || only.contains(kind);
}
