import assert from 'node:assert/strict';
import { applyEdits } from '../../src/document/edit';
import type { Document, Span } from '../../src/document/model';
import { parse } from '../../src/document/parse';
import { definitionsAt } from '../../src/language/definition';
import { foldsIn } from '../../src/language/folding';
import { linksIn } from '../../src/language/links';
import { occurrencesAt } from '../../src/language/references';
import { prepareRename, rename } from '../../src/language/rename';
import { selectionsAt } from '../../src/language/selection';
import type { Source } from '../../src/language/source';
import type { FileSymbol } from '../../src/language/symbols';
import { symbolsIn } from '../../src/language/symbols';
import { mutant } from './mutants';
import type { Random } from './random';
import { sourceOf } from '../support/cursor';
import { today } from '../support/samples';

function isIn(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;
}

function checkSymbols(symbols: readonly FileSymbol[], around: Span): void {
  for (const { name, span, selection, children } of symbols) {
    assert.notEqual(name, '');
    assert.ok(isIn(span, around) && isIn(selection, span), name);
    checkSymbols(children, span);
  }
}

function checkFolds(text: string): void {
  const folds = foldsIn(text).map(({ span }) => span);
  const open: Span[] = [];
  for (const span of folds.sort((a, b) => a.start - b.start || b.end - a.end)) {
    assert.match(text.slice(span.start, span.end), /\n/);
    while ((open.at(-1)?.end ?? Infinity) < span.start) open.pop();
    const outer = open.at(-1);
    assert.ok(!outer || isIn(span, outer));
    open.push(span);
  }
}

function checkSelections(text: string, offset: number): void {
  const [spans = []] = selectionsAt(text, [offset]);
  for (const [index, span] of spans.entries()) {
    const inner = spans[index - 1] ?? { start: offset, end: offset };
    assert.ok(isIn(inner, span));
  }
  assert.deepEqual(spans.at(-1), { start: 0, end: text.length });
}

function countEntries({ spaces, teams, guests, pages }: Document): readonly number[] {
  return [spaces.size, teams.size, guests?.length ?? 0, pages?.length ?? 0];
}

/** Whether something could be renamed. */
function checkRename(source: Source, offset: number): boolean {
  const prepared = prepareRename(source, offset);
  if ('refused' in prepared) return false;
  const { name } = prepared;
  // Whether somebody is staff depends on the domain.
  const result = rename(source, offset, name.replace(/^[^@]*/, 'fresh'));
  if ('refused' in result) return false;
  const after = parse(applyEdits(source.text, result.edits), today);
  for (const { code, severity } of after.problems)
    assert.ok(severity !== 'error' || (code !== 'syntax' && code !== 'duplicateKey'));
  // An entry that had errors may be understood now.
  const [before, now] = [countEntries(source.document), countEntries(after.document)];
  assert.ok(now.every((count, index) => count >= (before[index] ?? 0)));
  return true;
}

/**
 * Asks for all that leads through a text, and throws unless each answer stands in the text and what
 * belongs together nests. Returns whether something could be renamed.
 */
export function checkNavigationAt(text: string, offset: number): boolean {
  const source = sourceOf(text);
  const whole = { start: 0, end: text.length };
  for (const { entry, name } of definitionsAt(source, offset))
    assert.ok(isIn(name, entry) && isIn(entry, whole));
  for (const { span } of [...occurrencesAt(source, offset), ...linksIn(source)])
    assert.ok(isIn(span, whole));
  checkSymbols([...symbolsIn(source)], whole);
  checkFolds(text);
  checkSelections(text, offset);
  return checkRename(source, offset);
}

/** The same for a random place of a random text that may be broken. */
export function checkNavigation(random: Random): boolean {
  const text = mutant(random);
  return checkNavigationAt(text, random.below(text.length + 1));
}
