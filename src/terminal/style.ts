import { styleText } from 'node:util';
import { plain, type Style, type Tone } from '../sync/print';

type Format = Parameters<typeof styleText>[0];

const formats: Readonly<Record<Tone, Format>> = {
  heading: 'bold',
  add: 'green',
  change: 'yellow',
  remove: 'red',
  trouble: 'red',
  quiet: 'dim',
  good: 'green',
};

/** Terminal colours, or none. */
export function styleFor(colours: boolean): Style {
  return colours
    ? (tone, text) => styleText(formats[tone], text, { validateStream: false })
    : plain;
}
