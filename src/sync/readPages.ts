import type { Document } from '../document/model';
import type { Live } from './live';
import { found, foundIn, look, lookEach } from './look';
import type { Looked, Page } from './model';
import type { Reader } from './ports';

interface ReadPages {
  readonly pages: ReadonlyMap<string, Looked<Page>>;
  readonly below: Live['below'];
}

/** The shared pages and the trees below them, then those of their ancestors that are not among them. */
export async function readPages(
  document: Document,
  reader: Reader,
  signal: AbortSignal,
): Promise<ReadPages> {
  const shared = document.pages ?? [];
  const below = await lookEach(
    shared.filter(({ tree }) => tree).map(({ id }) => id),
    (id) => look(() => reader.descendants(id, signal), signal),
  );
  const pages = new Map<string, Looked<Page>>();
  const readMissing = async (ids: readonly string[]): Promise<void> => {
    const wanted = [...new Set(ids)].filter((id) => !pages.has(id));
    if (wanted.length === 0) return;
    const found = await look(() => reader.pages(wanted, signal), signal);
    for (const id of wanted) pages.set(id, found.state === 'found' ? { state: 'missing' } : found);
    if (found.state !== 'found') return;
    for (const page of found.value) pages.set(page.id, { state: 'found', value: page });
  };
  const inTrees = [...below.values()].flatMap(foundIn);
  await readMissing([...shared.map(({ id }) => id), ...inTrees]);
  const ancestors = [...pages.values()].flatMap((page) => found(page)?.ancestors ?? []);
  await readMissing(ancestors);
  return { pages, below };
}
