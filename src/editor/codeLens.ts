import * as vscode from 'vscode';
import { pageAddress } from '../access/webAddress';
import type { Lens, LensWords } from '../language/lenses';
import type { GuestFile } from './file';
import type { Files } from './files';
import { readWords } from './hover';
import type { KnownOf } from './known';
import { language } from './language';
import { provide } from './provide';
import { rangesIn } from './range';
import type { Readings } from './readings';
import { registerForFiles } from './selector';
import { speak } from './speak';
import { withoutIcons } from './unlinked';

const setting = 'confluenceGuests.codeLens.enabled';

/** A lens of a file; its words are worked out when it comes into view. */
class FileLens extends vscode.CodeLens {
  constructor(
    readonly lens: Lens,
    readonly file: GuestFile,
  ) {
    const { start } = lens.span;
    super(rangesIn(file)({ start, end: start }));
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
    provideCodeLenses(document, token) {
      const isWanted = vscode.workspace.getConfiguration(undefined, document).get<boolean>(setting);
      if (!isWanted) return undefined;
      return provide(files, document, token, (file) =>
        language()
          .lensesFor(file.document)
          .filter(({ kind }) => kind !== 'file' || vscode.workspace.isTrusted)
          .map((lens) => new FileLens(lens, file)),
      );
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
function commandOf({ lens, file, range }: FileLens, words: LensWords): vscode.Command {
  const { uri, document } = file;
  const places = words.places.map((span) => new vscode.Location(uri, rangesIn(file)(span)));
  const title = withoutIcons(words.parts.map(speak).join(' · '));
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
