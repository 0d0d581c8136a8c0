import * as vscode from 'vscode';
import type { Span } from '../document/model';
import { onceEach } from '../document/once';
import { lineStarts, positionAt } from '../document/position';

/** Turns spans of one text into the editor's ranges. */
export type RangeOf = (span: Span) => vscode.Range;

/** The ranges of a text. Its lines are counted once for each object that has the text, such as a file. */
export const rangesIn = onceEach(({ text }: { readonly text: string }): RangeOf => {
  const starts = lineStarts(text);
  const position = (offset: number): vscode.Position => {
    const { line, column } = positionAt(starts, offset);
    return new vscode.Position(line - 1, column - 1);
  };
  return ({ start, end }) => new vscode.Range(position(start), position(end));
});
