import fc from 'fast-check';
import { shared } from '../unit/language/shared';
import { sample } from '../support/samples';
import { edit } from './edits';
import { randomFile } from './files';
import { units } from './hostile';
import type { Random } from './random';

/** Any signs at all, of all planes and halves of them. */
const anything = fc.sample(
  fc
    .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 6 })
    .map((codes) => String.fromCodePoint(...codes)),
  { seed: 20_270_103, numRuns: 500 },
);

/** A file after some changes that leave it sound or not: as somebody edits it, or bytes gone wrong. */
export function mutant(random: Random): string {
  let text = random.chance(60) ? randomFile(random) : random.oneOf([sample, shared]);
  for (let count = random.below(4); count > 0; count -= 1) text = change(random, text);
  return text;
}

function change(random: Random, text: string): string {
  const at = random.below(text.length + 1);
  switch (random.below(8)) {
    case 0:
      return flipBytes(random, text);
    case 1:
      return text.slice(0, at) + random.oneOf(units) + text.slice(at);
    case 2:
      return text.slice(0, at) + random.oneOf(anything) + text.slice(at + random.below(4));
    case 3:
      return random.chance(50) ? text.slice(0, at) : text.slice(at);
    default:
      return edit(random, text).at(-1) ?? text;
  }
}

/** Up to five bytes become others; what is no UTF-8 any more is read as the editor reads it. */
function flipBytes(random: Random, text: string): string {
  const bytes = new TextEncoder().encode(text);
  for (let count = random.below(5); count >= 0; count -= 1)
    bytes[random.below(bytes.length)] = random.below(256);
  return new TextDecoder().decode(bytes);
}
