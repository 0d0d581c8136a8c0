import type { TextEdit } from '../document/edit';
import { enclose, quote, quoteKey, quotesBegun, quoteValue } from '../document/edit/quote';
import type { Mention } from './mention';
import { isInAddress, nameSpan } from './mention';

/** Writes a new name in the place of another, with its quotes, and with new ones where YAML needs them. */
export function rewriter(text: string, name: string): (mention: Mention) => TextEdit {
  const plain = new Map<string, string>();
  const write = (mention: Mention): string => {
    const key = `${mention.kind} ${mention.isDefinition} ${mention.prefix}`;
    const known = plain.get(key) ?? writePlain(mention, name);
    plain.set(key, known);
    return known;
  };
  return (mention) => {
    const { prefix, span } = mention;
    const place = nameSpan(text, mention);
    if (isInAddress(text, mention)) return { span: place, text: name };
    const written = text.slice(span.start, span.end).trimEnd();
    const quotes = quotesBegun(written);
    const isWritten = text.slice(place.start, place.end) === mention.name;
    const keepsQuotes =
      quotes === undefined
        ? write(mention) === mention.prefix + name
        : !(quotes === '"' ? /["\\]/ : /'/).test(name);
    if (isWritten && keepsQuotes) return { span: place, text: name };
    const whole = { start: span.start, end: span.start + written.length };
    return {
      span: whole,
      text: quotes === undefined ? write(mention) : enclose(prefix + name, quotes),
    };
  };
}

/** As it would be written where nothing was. */
function writePlain({ kind, isDefinition, prefix }: Mention, name: string): string {
  // What YAML reads within brackets as it is meant, it also does elsewhere.
  const style = { flow: true, quotes: '"' } as const;
  if (kind === 'team' || kind === 'space')
    return isDefinition ? quoteKey(name, style) : quoteValue(kind, prefix + name, style);
  return quote(prefix + name, style);
}
