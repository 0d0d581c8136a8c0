import { stripVTControlCharacters } from 'node:util';

const longest = 200;

/** Format characters, among them those that reverse text, and others that nobody sees. */
const invisible = /[\p{Cf}\p{Co}\p{Cs}]+/gu;

/** Whatever separates words or lines, and control characters. */
const gaps = /[\s\p{Cc}]+/gu;

/** Foreign text made fit for a message: one line, visible characters, bounded, without secrets. */
export function clean(text: string, secrets: readonly string[]): string {
  const bounded = redact(text, secrets).slice(0, 10 * longest);
  const line = stripVTControlCharacters(bounded).replace(invisible, '').replace(gaps, ' ').trim();
  // An invisible character may have split a secret in two.
  const safe = Array.from(redact(line, secrets));
  return safe.length > longest ? `${safe.slice(0, longest).join('')}…` : safe.join('');
}

function redact(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, '•••'), text);
}
