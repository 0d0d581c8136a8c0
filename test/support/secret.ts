import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readSeed } from '../../src/sandbox/seed';
import { projectRoot } from './project';

/** Every token and key of the tests contains it, so that one that gets out is found wherever it goes. */
export const canary = 'canary-secret';

/** Put where a secret must not be, to prove that one would be found there. */
export const planted = 'planted-by-test';

export type Finding = 'secret' | 'planted';

interface Form {
  readonly finding: Finding;
  readonly bytes: Buffer;
}

const forms: readonly Form[] = [
  ...[canary, ...secretsOfSample()].flatMap((word) => formsOf(word, 'secret')),
  ...formsOf(planted, 'planted'),
];

/** What of it is in these bytes, plainly or encoded. */
export function findingsIn(bytes: Buffer): ReadonlySet<Finding> {
  const found = forms.filter((form) => bytes.includes(form.bytes));
  return new Set(found.map(({ finding }) => finding));
}

/** The letters and hyphens of a word stay as they are in a URL and in JSON. */
function formsOf(word: string, finding: Finding): readonly Form[] {
  return [
    Buffer.from(word),
    Buffer.from(word.toUpperCase()),
    Buffer.from(word, 'utf16le'),
    Buffer.from(Buffer.from(word).toString('hex')),
    ...[0, 1, 2].map((before) => Buffer.from(base64Behind(before, word))),
  ].map((bytes) => ({ finding, bytes }));
}

/** Base64 of a word behind so many bytes modulo 3, without the characters that its neighbours decide. */
function base64Behind(before: number, word: string): string {
  const first = Math.ceil((before * 8) / 6);
  const last = Math.floor(((before + word.length) * 8) / 6);
  return Buffer.from('-'.repeat(before) + word)
    .toString('base64')
    .slice(first, last);
}

/** The tokens and keys of the sample site, which people get to see and to type. */
function secretsOfSample(): readonly string[] {
  const file = path.join(projectRoot, 'media', 'sandbox', 'site.yaml');
  const { tokens, adminKeys } = readSeed(readFileSync(file, 'utf8'));
  return [...tokens.map(({ token }) => token), ...adminKeys.map(({ key }) => key)];
}
