import * as vscode from 'vscode';
import type { Completion } from '../language/completion';
import type { Files } from './files';
import { markdownOf, readWords } from './hover';
import type { KnownOf } from './known';
import { language } from './language';
import { registerForFiles } from './selector';
import { speak } from './speak';
import { withoutIcons } from './unlinked';

/** Before what can be chosen; letters bring suggestions by themselves. */
const triggers = [':', ' ', '-', '[', '{', ',', '@', '"', "'"];

/** Without a word when there is nothing to suggest. */
const suggestAgain: vscode.Command = {
  title: '',
  command: 'editor.action.triggerSuggest',
  arguments: [{ auto: true }],
};

class CompletionItem extends vscode.CompletionItem {
  constructor(
    readonly completion: Completion,
    order: number,
    rangeOf: (span: Completion['span']) => vscode.Range,
  ) {
    const { kind, label, detail, readAt, span, insert, isSnippet, goesOn, filter } = completion;
    super({ label: withoutIcons(label), ...(detail && { description: speak(detail) }) });
    this.kind = kindOf(kind);
    if (readAt !== undefined) this.detail = readWords(readAt);
    this.range = rangeOf(span);
    this.insertText = isSnippet ? new vscode.SnippetString(insert) : insert;
    this.keepWhitespace = true;
    this.filterText = filter;
    this.sortText = String(order).padStart(4, '0');
    if (goesOn) this.command = suggestAgain;
  }
}

/** What may be written next, from the file and from what is already known of the site. */
export function registerCompletion(files: Files, known: KnownOf): vscode.Disposable {
  const provider: vscode.CompletionItemProvider<CompletionItem> = {
    provideCompletionItems(document, position) {
      // What is known of a long file that is being read is what it said before.
      const file = files.last(document.uri);
      if (!file) return undefined;
      const text = file.version === document.version ? file.text : document.getText();
      const offset = document.offsetAt(position);
      const { items, isIncomplete } = language().complete(text, offset, known(file));
      const rangeOf = ({ start, end }: Completion['span']): vscode.Range =>
        new vscode.Range(document.positionAt(start), document.positionAt(end));
      return new vscode.CompletionList(
        items.map((completion, order) => new CompletionItem(completion, order, rangeOf)),
        isIncomplete,
      );
    },
    resolveCompletionItem(item) {
      const lines = item.completion.about?.();
      if (lines) item.documentation = markdownOf(lines);
      return item;
    },
  };
  return registerForFiles(files, (selector) =>
    vscode.languages.registerCompletionItemProvider(selector, provider, ...triggers),
  );
}

function kindOf(kind: Completion['kind']): vscode.CompletionItemKind {
  switch (kind) {
    case 'key':
      return vscode.CompletionItemKind.Property;
    case 'value':
      return vscode.CompletionItemKind.Value;
    case 'date':
      return vscode.CompletionItemKind.Constant;
    case 'role':
      return vscode.CompletionItemKind.EnumMember;
    case 'space':
      return vscode.CompletionItemKind.Module;
    case 'page':
      return vscode.CompletionItemKind.File;
    case 'guest':
    case 'user':
      return vscode.CompletionItemKind.User;
    case 'team':
    case 'group':
      return vscode.CompletionItemKind.Reference;
    case 'text':
      return vscode.CompletionItemKind.Text;
    case 'snippet':
      return vscode.CompletionItemKind.Snippet;
  }
}
