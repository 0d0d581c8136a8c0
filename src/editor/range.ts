import * as vscode from 'vscode';
import type { Span } from '../document/model';
import { lineStarts, positionAt } from '../document/position';

/** Spans of this text as the editor's ranges. */
export function rangesIn(text: string): (span: Span) => vscode.Range {
  const starts = lineStarts(text);
  const position = (offset: number): vscode.Position => {
    const { line, column } = positionAt(starts, offset);
    return new vscode.Position(line - 1, column - 1);
  };
  return ({ start, end }) => new vscode.Range(position(start), position(end));
}
