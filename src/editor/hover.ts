import * as vscode from 'vscode';
import type { Line } from '../language/hover/lines';
import { ageOf } from './age';
import { timeOf } from './clock';
import type { Files } from './files';
import type { KnownOf } from './known';
import { language } from './language';
import { appendLiteral } from './literal';
import { provide } from './provide';
import { registerForFiles } from './selector';
import { speak } from './speak';

/** What is known about whatever the pointer is on. */
export function registerHover(files: Files, known: KnownOf): vscode.Disposable {
  const provider: vscode.HoverProvider = {
    provideHover: (document, position, token) =>
      provide(files, document, token, (file, rangeOf) => {
        const offset = document.offsetAt(position);
        const hover = language().hoverAt(file.text, offset, known(file));
        return hover && new vscode.Hover(markdownOf(hover.lines), rangeOf(hover.span));
      }),
  };
  return registerForFiles(files, (selector) =>
    vscode.languages.registerHoverProvider(selector, provider),
  );
}

/** Names come from the file and the site, so nothing in them is taken for markup. */
export function markdownOf(lines: readonly Line[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  for (const line of lines) {
    switch (line.kind) {
      case 'heading':
        appendLiteral(markdown.appendMarkdown('**'), speak(line.words)).appendMarkdown('**\n\n');
        break;
      case 'text':
        appendLiteral(markdown, speak(line.words)).appendMarkdown('\n\n');
        break;
      case 'fact':
        appendLiteral(markdown, factText(line)).appendMarkdown('  \n');
        break;
      case 'example':
        markdown.appendCodeblock(line.text, 'yaml');
        break;
      case 'read':
        appendLiteral(markdown.appendMarkdown('\n'), readWords(line.at)).appendMarkdown('\n\n');
        break;
    }
  }
  return markdown;
}

function factText({ label, words }: Extract<Line, { kind: 'fact' }>): string {
  return vscode.l10n.t('{label}: {words}', {
    label: speak(label),
    words: words.map(speak).join(', '),
  });
}

/** A statement about the site says when the site was read. */
export function readWords(moment: string): string {
  const age = ageOf(moment, new Date().toISOString(), vscode.env.language);
  return vscode.l10n.t('Site read {age}, at {time}', { age, time: timeOf(moment) });
}
