import assert from 'node:assert/strict';
import { parseDocument } from 'yaml';
import type { TextEdit } from '../../src/document/edit';
import { applyEdits } from '../../src/document/edit';
import type { Problem } from '../../src/document/model';
import type { Parsed } from '../../src/document/parse';
import { parse } from '../../src/document/parse';
import { say } from '../../src/document/sentence';
import { writeGuest } from '../../src/language/addGuest';
import { accept, complete } from '../../src/language/completion';
import { fixAll } from '../../src/language/fixes/all';
import { fixesForFinding } from '../../src/language/fixes/finding';
import { fixesFor } from '../../src/language/fixes/problem';
import { hoverAt } from '../../src/language/hover';
import type { Known } from '../../src/language/known';
import { lensesFor, lensWords } from '../../src/language/lenses';
import { writeShare } from '../../src/language/sharePage';
import { sample, today } from '../support/samples';
import { read } from '../unit/access/readings';
import { lists } from '../unit/language/completing';
import { lineText, site } from '../unit/language/known';
import { mutant } from './mutants';
import { checkNavigationAt } from './navigation';
import type { Random } from './random';
import { randomFrom } from './random';

/** What was tried, by what it was: answers that were looked at, and edits that were made. */
export type Tried = Readonly<Record<keyof typeof checks, number>>;

export interface Outcome {
  readonly documents: number;
  /** Of the documents, those without syntax errors. */
  readonly sound: number;
  readonly tried: Tried;
  /** Milliseconds that everything about one document took at most. */
  readonly slowest: number;
  readonly failures: readonly string[];
}

/** A document, and what is known of it. */
interface Asked {
  readonly text: string;
  readonly parsed: Parsed;
  readonly known: Known;
  readonly random: Random;
}

/** How many completions of one list, problems of one document and so on are looked at closely. */
const chosen = 2;

/** An earlier reading of a site for another text. */
const reading = read(parse(sample, today).document, site);

/**
 * Asks for everything that the editor offers, at random places of random documents that are broken in
 * most cases. Nothing may throw, every document must be done within some milliseconds, and what is left
 * by each edit that is offered must have no more syntax errors than there were.
 */
export async function fuzzEditing(
  documents: number,
  seed: number,
  patience: number,
): Promise<Outcome> {
  const tried = { completions: 0, hovers: 0, fixes: 0, writings: 0, renames: 0 };
  const failures: string[] = [];
  let [sound, slowest] = [0, 0];
  for (let index = 0; index < documents; index += 1) {
    const random = randomFrom(seed * 1_000_003 + index);
    const text = mutant(random);
    const started = performance.now();
    try {
      const parsed = parse(text, today);
      if (mistakesIn(parsed) === 0) sound += 1;
      const asked = { text, parsed, random, known: knownOf(parsed, random) };
      for (const name of Object.keys(checks) as (keyof Tried)[])
        tried[name] += await checks[name](asked);
    } catch (error) {
      failures.push(`Document ${index}: ${String(error)}\n${JSON.stringify(text)}`);
    }
    const taken = performance.now() - started;
    slowest = Math.max(slowest, taken);
    if (taken > patience)
      failures.push(`Document ${index} took ${Math.round(taken)} ms: ${JSON.stringify(text)}`);
  }
  return { documents, sound, tried, slowest, failures };
}

function knownOf({ document }: Parsed, random: Random): Known {
  const isSignedIn = random.chance(60);
  return {
    document,
    today,
    lists: isSignedIn ? lists : undefined,
    reading: isSignedIn ? (random.chance(50) ? reading : read(document)) : undefined,
  };
}

/** Each returns how often it has tried what it is called after. */
const checks = {
  completions(asked: Asked): number {
    const { text, known, random } = asked;
    const offset = random.below(text.length + 1);
    const { items } = complete(text, offset, known);
    for (const item of items.slice(0, 200)) {
      const { span } = item;
      assert.ok(item.insert !== '' && span.start <= offset && offset <= span.end);
    }
    const tried = some(items, random);
    for (const item of tried) {
      item.about?.()?.map(lineText);
      // Behind an open quote YAML takes everything for text, whatever is written there.
      if (!isInQuotes(text, item.span.start))
        check(accept(text, item), asked, `“${item.label}” at ${offset}`);
    }
    return tried.length;
  },

  hovers({ text, known, random }: Asked): number {
    const offset = random.below(text.length + 1);
    const hover = hoverAt(text, offset, known);
    for (const lens of some(lensesFor(known.document), random))
      lensWords(lens, known, random.chance(50)).parts.map(say);
    if (!hover) return 0;
    const { start, end } = hover.span;
    assert.ok(0 <= start && start <= offset && offset <= end && end <= text.length);
    assert.ok(hover.lines.map(lineText).length > 0);
    return 1;
  },

  async fixes(asked: Asked): Promise<number> {
    const { text, parsed, known, random } = asked;
    const { plan } = known.reading ?? reading;
    const isCurrent = known.reading?.document === known.document;
    const findings = isCurrent ? [...plan.blocked, ...plan.notices] : [];
    const fixes = [
      ...some(parsed.problems, random).flatMap((problem) =>
        fixesFor(text, problem, known).map((fix) => ({ fix, problem })),
      ),
      ...some(findings, random).flatMap((finding) =>
        fixesForFinding(text, finding, known).map((fix) => ({ fix, problem: undefined })),
      ),
    ];
    for (const { fix, problem } of fixes) {
      const left = check(edited(text, fix.edits), asked, say(fix.title));
      if (fix.preferred && problem)
        assert.ok(!remains(problem, parsed, left), `${say(fix.title)} repairs nothing`);
    }
    const all = await fixAll(text, parsed.problems, known, (other) => parse(other, today, parsed));
    check(edited(text, all), asked, 'Fix all');
    return fixes.length + (all.length > 0 ? 1 : 0);
  },

  writings(asked: Asked): number {
    const { text, known, random } = asked;
    const address = { text: 'Eve <eve@partner.example>', written: true };
    const space = { text: random.oneOf(['DOCS', 'NEW', '2024']), written: false };
    const page = { text: random.oneOf(['123456', '7', '99']), written: true };
    const answers = { address, space, page, guests: ['ana@partner.example'] };
    const written = [
      writeGuest(text, known, { ...answers, pages: [page.text], reason: 'a: b # c' }),
      writeShare(text, known, { guests: answers.guests }, answers),
    ].flatMap(({ edits, find }) => (edits && edits.length > 0 ? [{ edits, find }] : []));
    for (const { edits, find } of written)
      find(check(edited(text, edits), asked, 'Writing').document);
    return written.length;
  },

  renames({ text, random }: Asked): number {
    return checkNavigationAt(text, random.below(text.length + 1)) ? 1 : 0;
  },
};

/** A few of a list, wherever in it. */
function some<Item>(items: readonly Item[], random: Random): readonly Item[] {
  if (items.length <= chosen) return items;
  return Array.from({ length: chosen }, () => random.oneOf(items));
}

/** The text after the edits, which must lie in it and must not overlap. */
function edited(text: string, edits: readonly TextEdit[]): string {
  let at = 0;
  for (const { span } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    assert.ok(at <= span.start && span.start <= span.end && span.end <= text.length, 'overlaps');
    at = span.end;
  }
  return applyEdits(text, edits);
}

/** What is read of the text that an edit leaves, which must be no worse. */
function check(after: string, { text, parsed }: Asked, name: string): Parsed {
  const left = parse(after, today, parsed);
  const isWorse = mistakesIn(left) > mistakesIn(parsed) && errorsIn(after) > errorsIn(text);
  assert.ok(!isWorse, `${name} leaves more syntax errors in ${JSON.stringify(after)}`);
  return left;
}

/** What keeps a text from being a file of guests, as it is read, entry by entry where that can be done. */
function mistakesIn({ problems }: Parsed): number {
  return problems.filter(({ code }) => code === 'syntax' || code === 'notAMapping').length;
}

/** The errors that YAML tells of the text in one go; all behind a place where it gives up are one. */
function errorsIn(text: string): number {
  const { errors } = parseDocument(text, { uniqueKeys: false, prettyErrors: false });
  return new Set(
    errors.map((error) => (error.message.includes(' in YAML stream') ? 'rest' : error)),
  ).size;
}

function isInQuotes(text: string, at: number): boolean {
  const { errors } = parseDocument(text.slice(0, at), { prettyErrors: false });
  return errors.some(({ message }) => /^Missing closing ["']/.test(message));
}

/** Whether a problem is still there as often, and where it was. */
function remains(problem: Problem, before: Parsed, after: Parsed): boolean {
  // Where a key is repeated, what is repaired in the first may be just as wrong in the second.
  if (before.problems.some(({ code }) => code === 'duplicateKey')) return false;
  const same = ({ problems }: Parsed): readonly Problem[] =>
    problems.filter(
      ({ code, sentence }) => code === problem.code && say(sentence) === say(problem.sentence),
    );
  const left = same(after);
  return (
    left.length >= same(before).length && left.some(({ span }) => span.start === problem.span.start)
  );
}
