import { valueAt, wordsAt, wordsOf, writeText } from '../../document/edit/value';
import { locate } from '../../document/node';
import { sentence } from '../../document/sentence';
import { readSite } from '../../document/site';
import { foundIn } from '../../sync/look';
import { pageMeant } from '../pageMeant';
import type { Asked, Fix } from './fix';
import { fix } from './fix';
import { removeAround } from './guest';

/** The origin that the problem names, unless it leads elsewhere than it seems to; and a missing `https://`. */
export function invalidSite(asked: Asked): readonly Fix[] {
  const { text, problem } = asked;
  const { origin, host } = problem.sentence.facts;
  if (typeof origin === 'string') return [change(asked, origin, host === undefined)];
  const written = wordsAt(text, problem.span) ?? '';
  if (!/^[\w-]+(\.[\w-]+)+(?:[/:?#]|$)/.test(written)) return [];
  const result = readSite(`https://${written.replace(/[/?#].*$/s, '')}`);
  return 'origin' in result ? [change(asked, result.origin, true)] : [];
}

export function invalidPage(asked: Asked): readonly Fix[] {
  const { text, problem, known } = asked;
  const { span, sentence: told } = problem;
  if (told.facts['other'] !== undefined)
    return [fix(sentence('Remove this page from the file'), removeAround(text, span))];
  const at = valueAt(text, span.start);
  const written = wordsOf(at?.node);
  if (written === undefined) return [];
  const meant = pageMeant(written, known.document.site?.origin);
  if (meant !== undefined) return [change(asked, meant, true)];
  const title = wordsOf(locate(at?.entry, ['title']).node);
  const named = foundIn(known.lists?.pages).filter(
    (page) => page.title === written || page.title === title,
  );
  return named.length === 1 ? named.map(({ id }) => change(asked, id, false)) : [];
}

function change({ text, problem }: Asked, to: string, safe: boolean): Fix {
  return fix(sentence('Change to `{to}`', { to }), writeText(text, problem.span, to), {
    preferred: true,
    safe,
  });
}
