import * as vscode from 'vscode';
import type { Runtime } from '../confluence/runtime';
import { isConfluenceError } from '../sync/error';
import type { SiteLists } from '../sync/lists';
import { foundIn } from '../sync/look';
import { logDefect } from './command';
import { connectWith } from './connect';
import type { Credentials } from './credentials';
import type { GuestFile } from './file';
import { online } from './online';

/** How long lists are offered without asking again, and how long a site is left alone after a failure, in milliseconds. */
const keptFor = 10 * 60 * 1000;
const pauseAfterFailure = 60 * 1000;

interface Entry {
  readonly lists: SiteLists | undefined;
  /** The spaces whose pages were asked for. */
  readonly spaces: readonly string[];
  /** When to ask again at the earliest, milliseconds since 1970. */
  readonly until: number;
}

/**
 * What the sites offer to choose from, for completion. It is read in the background when somebody
 * first wants it, one site at a time, and ends with the window or when somebody signs in or out.
 */
export class SiteListsCache implements vscode.Disposable {
  readonly #entries = new Map<string, Entry>();
  #reading = new AbortController();
  #isReading = false;
  readonly #watching: vscode.Disposable;

  constructor(
    private readonly credentials: Credentials,
    private readonly runtime: Runtime,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.#watching = credentials.onDidChange(() => {
      this.#forget();
    });
  }

  /** What was last read of the file's site, with its age; the site is not asked. */
  get({ document: { site } }: GuestFile): SiteLists | undefined {
    return site && this.at(site.origin);
  }

  at(origin: string): SiteLists | undefined {
    return this.#entries.get(origin)?.lists;
  }

  /** Asks the file's site unless it was asked a moment ago; nobody waits for it. */
  want({ document: { site, spaces } }: GuestFile): void {
    if (site) this.wantAt(site.origin, [...spaces.keys()]);
  }

  /** @param spaces the keys of those whose pages are wanted */
  wantAt(origin: string, spaces: readonly string[]): void {
    const isAllowed =
      vscode.workspace.isTrusted &&
      vscode.workspace.getConfiguration('confluenceGuests').get<boolean>('suggestFromSite', true) &&
      this.credentials.origins().includes(origin);
    if (!isAllowed || this.#isReading) return;
    const known = this.#entries.get(origin);
    if (known && isEnough(known, spaces)) return;
    this.#isReading = true;
    const wanted = new Set([...(known?.spaces ?? []), ...spaces]);
    void this.#read(origin, [...wanted]).finally(() => {
      this.#isReading = false;
    });
  }

  async #read(origin: string, spaces: readonly string[]): Promise<void> {
    const { signal } = this.#reading;
    try {
      const credential = await this.credentials.get(origin);
      if (!credential || signal.aborted) return;
      const { reader, lister } = connectWith(origin, credential, this.runtime);
      const options = { origin, spaces, now: () => new Date(), signal };
      const lists = await online().readLists(reader, lister, options);
      signal.throwIfAborted();
      this.#keep(lists, spaces);
    } catch (error) {
      if (signal.aborted) return;
      if (!isConfluenceError(error)) logDefect(error, this.log);
      this.#keepOlder(origin, spaces, String(error));
    }
  }

  #keep(lists: SiteLists, spaces: readonly string[]): void {
    const { origin } = lists;
    if (lists.spaces.state === 'found') {
      this.#entries.set(origin, { lists, spaces, until: Date.now() + keptFor });
      return;
    }
    this.#keepOlder(origin, spaces, lists.spaces.state === 'unread' ? lists.spaces.why : '');
  }

  /** Older lists stay when there are no newer ones. */
  #keepOlder(origin: string, spaces: readonly string[], why: string): void {
    this.log.warn(`What ${origin} offers could not be read: ${why}`);
    const lists = this.at(origin);
    this.#entries.set(origin, { lists, spaces, until: Date.now() + pauseAfterFailure });
  }

  /** What a site said to the person who was signed in no longer counts. */
  #forget(): void {
    this.#reading.abort(new vscode.CancellationError());
    this.#reading = new AbortController();
    this.#entries.clear();
  }

  dispose(): void {
    this.#forget();
    this.#watching.dispose();
  }
}

/** Whether the entry is recent and has the pages of all those of the spaces that the site has. */
function isEnough({ lists, spaces: asked, until }: Entry, spaces: readonly string[]): boolean {
  if (until <= Date.now()) return false;
  return !foundIn(lists?.spaces).some(({ key }) => spaces.includes(key) && !asked.includes(key));
}
