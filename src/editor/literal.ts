import type * as vscode from 'vscode';

/** Where an address would become a link, though nothing marks it as one. */
const linking = /(?=:\/\/|@)|(?<=\bwww)(?=\.)/i;

/** Appends text from the file or the site, of which nothing is taken for markup or for a link. */
export function appendLiteral(
  markdown: vscode.MarkdownString,
  text: string,
): vscode.MarkdownString {
  // Word by word, for `appendText` joins words by spaces at which no line is broken.
  for (const [index, word] of text.trim().split(/\s+/).entries()) {
    if (index > 0) markdown.appendMarkdown(' ');
    for (const [nth, part] of word.split(linking).entries()) {
      if (nth > 0) markdown.appendMarkdown('\\');
      markdown.appendText(part);
    }
  }
  return markdown;
}
