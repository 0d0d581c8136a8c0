import { addKey } from '../../document/edit/key';
import { removeField, setField } from '../../document/edit/field';
import { joinFields } from '../../document/edit/join';
import { pairAt, pieceAt } from '../../document/edit/piece';
import { quotesBegun } from '../../document/edit/quote';
import { valueAt, wordsOf } from '../../document/edit/value';
import type { Span } from '../../document/model';
import { fieldsOf, locate, valueOf } from '../../document/node';
import { isSlipOf } from '../../document/nearest';
import { sentence } from '../../document/sentence';
import { foundIn } from '../../sync/look';
import type { Asked, Fix } from './fix';
import { fix, sure } from './fix';
import { problemsIn } from './mistakes';
import { linesNear } from './near';

/** The nearest key, or none. What is no key at all, as behind an open quote, is left alone. */
export function unknownKey({ text, problem: { span, sentence: told } }: Asked): readonly Fix[] {
  const key = text.slice(span.start, span.end);
  if (key === '') return [];
  const meant = told.facts['meant'];
  const remove = fix(sentence('Remove `{key}`', { key }), removeField(text, span));
  if (typeof meant !== 'string' || !isSound(text, span)) return [remove];
  const quotes = quotesBegun(key) ?? '';
  const name = key.slice(quotes.length, key.length - quotes.length);
  const change = fix(
    sentence('Change to `{meant}`', { meant }),
    [{ span, text: quotes + meant + quotes }],
    { preferred: true, safe: isSlipOf(meant, name) },
  );
  return [change, remove];
}

/** Whether a key stands in lines without syntax errors, so that it is one. */
function isSound(text: string, { start }: Span): boolean {
  const piece = pieceAt(text, start);
  return piece !== undefined && pairAt(piece, start) !== undefined;
}

export function missingKey(asked: Asked): readonly Fix[] {
  const { text, problem, known } = asked;
  const { span, sentence: told } = problem;
  const { document, lists, reading } = known;
  // Of an empty file no key is told.
  switch (told.facts['key'] ?? 'version') {
    case 'version':
      return addLine(asked, 'version', '1');
    case 'site': {
      const origin = lists?.origin ?? reading?.live.origin;
      return origin === undefined ? [] : addLine(asked, 'site', origin);
    }
    case 'space': {
      const keys = [...document.spaces.keys()];
      return keys.map((space) =>
        fix(sentence('Add `space: {space}`', { space }), setField(text, span, 'space', space), {
          preferred: keys.length === 1,
        }),
      );
    }
    case 'page': {
      const title = wordsOf(locate(valueAt(text, span.start)?.node, ['title']).node);
      const named = foundIn(lists?.pages).filter((page) => page.title === title);
      return named.map(({ id }) =>
        fix(sentence('Add `page: {id}`', { id }), setField(text, span, 'page', id), {
          preferred: named.length === 1,
        }),
      );
    }
    default:
      return [];
  }
}

/** Not below lines that are so wrong that YAML takes the new one for a part of them. */
function addLine({ text, known }: Asked, key: string, value: string): readonly Fix[] {
  const edits = addKey(text, key, () => ` ${value}`);
  const [first] = edits;
  const near = first && linesNear(text, first.span.start);
  const left = near ? problemsIn(near.edited(edits), known.today) : [];
  if (left.some((one) => one.code === 'missingKey' && one.sentence.facts['key'] === key)) return [];
  return [fix(sentence('Add `{line}`', { line: `${key}: ${value}` }), edits, sure)];
}

/** Only the first counts, so that nothing changes without the second. */
export function duplicateKey({ text, problem: { span, related } }: Asked): readonly Fix[] {
  const key = text.slice(span.start, span.end);
  const first = related[0]?.span;
  const isSame = first && valueText(text, first) === valueText(text, span);
  const choice = isSame === true ? sure : {};
  const second = fix(sentence('Remove this `{key}`', { key }), removeField(text, span), choice);
  if (!first) return [second];
  return [
    fix(sentence('Join it with the `{key}` above', { key }), joinFields(text, first, span), {
      preferred: isSame !== true,
    }),
    second,
    fix(sentence('Remove the `{key}` above', { key }), removeField(text, first)),
  ];
}

function valueText(text: string, { start }: Span): string | undefined {
  const piece = pieceAt(text, start);
  const pair = piece && pairAt(piece, start);
  return pair && JSON.stringify(valueOf(fieldsOf(pair.map)[pair.index]?.node) ?? null);
}
