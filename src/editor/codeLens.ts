import * as vscode from 'vscode';
import { pageAddress } from '../access/webAddress';
import type { Span } from '../document/model';
import type { Lens, LensWords } from '../language/lenses';
import type { GuestFile } from './file';
import type { Files } from './files';
import { readWords } from './hover';
import type { KnownOf } from './known';
import { language } from './language';
import { rangesIn } from './range';
import type { Readings } from './readings';
import { registerForFiles } from './selector';
import { speak } from './speak';

const setting = 'confluenceGuests.codeLens.enabled';

/** A lens of a file; its words are worked out when it comes into view. */
class FileLens extends vscode.CodeLens {
  constructor(
    readonly lens: Lens,
    readonly file: GuestFile,
    readonly rangeOf: (span: Span) => vscode.Range,
  ) {
    const { start } = lens.span;
    super(rangeOf({ start, end: start }));
  }
}

/** How it stands with the file and with each of its guests and pages, above their lines. */
export function registerCodeLens(
  files: Files,
  readings: Readings,
  known: KnownOf,
): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider<FileLens> = {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document) {
      const isWanted = vscode.workspace.getConfiguration(undefined, document).get<boolean>(setting);
      const file = isWanted ? await files.current(document.uri) : undefined;
      if (!file) return [];
      const rangeOf = rangesIn(file.text);
      return language()
        .lensesFor(file.document)
        .filter(({ kind }) => kind !== 'file' || vscode.workspace.isTrusted)
        .map((lens) => new FileLens(lens, file, rangeOf));
    },
    resolveCodeLens(shown) {
      const { file, lens } = shown;
      const isCurrent = readings.get(file)?.text === file.text;
      shown.command = commandOf(shown, language().lensWords(lens, known(file), isCurrent));
      return shown;
    },
  };
  const update = (): void => {
    changed.fire();
  };
  return vscode.Disposable.from(
    changed,
    files.onDidChange(update),
    readings.onDidChange(update),
    vscode.workspace.onDidGrantWorkspaceTrust(update),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(setting)) update();
    }),
    registerForFiles(files, (selector) =>
      vscode.languages.registerCodeLensProvider(selector, provider),
    ),
  );
}

/** What is shown, and what a click on it does; with no command it is text alone. */
function commandOf({ lens, file, range, rangeOf }: FileLens, words: LensWords): vscode.Command {
  const { uri, document } = file;
  const places = words.places.map((span) => new vscode.Location(uri, rangeOf(span)));
  const title = words.parts.map(speak).join(' · ').replace(icon, '\\$&');
  const about = [
    ...(words.reason ? [speak(words.reason)] : []),
    ...(words.readAt === undefined ? [] : [readWords(words.readAt)]),
  ];
  const shown = { title, tooltip: about.join('\n') };
  switch (lens.kind) {
    case 'file':
      return { ...shown, command: 'confluenceGuests.preview', arguments: [uri] };
    case 'guest':
      return places.length === 0
        ? { ...shown, command: '' }
        : {
            ...shown,
            command: 'editor.action.showReferences',
            arguments: [uri, range.start, places],
          };
    case 'page':
      return document.site
        ? {
            ...shown,
            command: 'vscode.open',
            arguments: [vscode.Uri.parse(pageAddress(document.site.origin, lens.page.id), true)],
          }
        : { ...shown, command: '' };
  }
}

/** What the editor would show as an icon. */
const icon = /\$\([\w-]+(?:~[\w-]+)?\)/g;
