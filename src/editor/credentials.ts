import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { expiryOf, type Expiry, type Terms } from '../access/expiry';
import type { Storage } from '../language/signIn';

const day = z.optional(z.string());
const term = { expires: day, given: day };

const schema = z.object({
  email: z.string(),
  token: z.string(),
  cloudId: z.optional(z.string()),
  ...term,
  organization: z.optional(z.object({ id: z.string(), adminKey: z.string(), ...term })),
});

/** What a person has signed in to a site with. */
export type Credential = z.infer<typeof schema>;

/** The origins that were signed in to; the secrets themselves cannot be listed. */
const originsKey = 'origins';

/** When the secrets of each origin end. */
const termsKey = 'terms';

/** Whether the secret storage has lost what it was given. */
const lossKey = 'loss';

/** What the secret storage is tried out with. */
const trial = 'trial';

/**
 * Credentials by the exact origin that they were given for. They lie in the editor's secret storage,
 * and where that fails only in memory.
 */
export class Credentials implements vscode.Disposable {
  readonly #session = new Map<string, Credential>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #watching: vscode.Disposable;
  /** The origins whose secrets this or another window has changed since this one is open. */
  readonly #touched = new Set<string>();

  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly secrets: vscode.SecretStorage,
    private readonly state: vscode.Memento,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.#watching = secrets.onDidChange(({ key }) => {
      if (!key.startsWith(prefix)) return;
      this.#touched.add(key.slice(prefix.length));
      this.#changed.fire();
    });
  }

  /** Where somebody is signed in. */
  origins(): readonly string[] {
    return [...new Set([...this.#stored(), ...this.#session.keys()])].sort();
  }

  /** Whether the credentials for a site end with the window. */
  isForSession(origin: string): boolean {
    return this.#session.has(origin);
  }

  async get(origin: string): Promise<Credential | undefined> {
    const inSession = this.#session.get(origin);
    if (inSession) return inSession;
    try {
      const stored = await this.secrets.get(keyOf(origin));
      if (stored === undefined) {
        await this.#noteLoss(origin);
        return undefined;
      }
      // It comes from an earlier window, so that secrets outlast windows by now.
      if (!this.#touched.has(origin)) await this.#noteLosing(false);
      return schema.safeParse(JSON.parse(stored)).data;
    } catch (error) {
      this.log.warn(`The secret storage cannot be read: ${nameOf(error)}`);
      return undefined;
    }
  }

  /**
   * When the secrets for a site end, as far as that is known. Of the credentials themselves it reveals
   * nothing, and the secret storage is not asked. `today` is `YYYY-MM-DD`.
   */
  credentialExpiry(origin: string, today: string): readonly Expiry[] {
    const terms = this.#session.get(origin) ?? this.#terms()[origin];
    return terms ? expiryOf(terms, today) : [];
  }

  /** Whether secrets outlast the window here, found out with one that is none. */
  async tryStorage(): Promise<Storage> {
    try {
      await this.secrets.store(trial, trial);
      const read = await this.secrets.get(trial);
      await this.secrets.delete(trial);
      if (read !== trial) return 'fails';
    } catch (error) {
      this.log.warn(`The secret storage does not work: ${nameOf(error)}`);
      return 'fails';
    }
    return this.state.get<boolean>(lossKey, false) ? 'loses' : 'works';
  }

  /** Resolves with whether it is kept beyond this window. */
  async keep(origin: string, credential: Credential): Promise<boolean> {
    this.#session.delete(origin);
    try {
      await this.secrets.store(keyOf(origin), JSON.stringify(credential));
    } catch (error) {
      this.log.warn(`The secret storage cannot be written: ${nameOf(error)}`);
      this.keepForSession(origin, credential);
      return false;
    }
    this.#touched.add(origin);
    await this.state.update(originsKey, [...new Set([...this.#stored(), origin])]);
    await this.state.update(termsKey, { ...this.#terms(), [origin]: termsOf(credential) });
    this.#changed.fire();
    return true;
  }

  /** Until the window closes. */
  keepForSession(origin: string, credential: Credential): void {
    this.#session.set(origin, credential);
    this.#changed.fire();
  }

  async forget(origin: string): Promise<void> {
    this.#session.delete(origin);
    this.#touched.add(origin);
    await this.secrets.delete(keyOf(origin));
    await this.#strike(origin);
    this.#changed.fire();
  }

  /** What was kept in an earlier window and is gone, though nobody has signed out, has been lost. */
  async #noteLoss(origin: string): Promise<void> {
    if (!this.#stored().includes(origin)) return;
    await this.#strike(origin);
    if (!this.#touched.has(origin)) {
      this.log.warn(`The secret storage has lost the credentials for ${origin}`);
      await this.#noteLosing(true);
    }
    this.#changed.fire();
  }

  async #noteLosing(losing: boolean): Promise<void> {
    if (this.state.get<boolean>(lossKey, false) !== losing)
      await this.state.update(lossKey, losing);
  }

  async #strike(origin: string): Promise<void> {
    const { [origin]: struck, ...terms } = this.#terms();
    if (struck) await this.state.update(termsKey, terms);
    const origins = this.#stored().filter((other) => other !== origin);
    await this.state.update(originsKey, origins);
  }

  #stored(): readonly string[] {
    return this.state.get<readonly string[]>(originsKey, []);
  }

  #terms(): Readonly<Record<string, Terms>> {
    return this.state.get<Readonly<Record<string, Terms>>>(termsKey, {});
  }

  dispose(): void {
    this.#session.clear();
    this.#watching.dispose();
    this.#changed.dispose();
  }
}

const prefix = 'site ';

function keyOf(origin: string): string {
  return prefix + origin;
}

/** The days alone. */
function termsOf({ expires, given, organization }: Credential): Terms {
  return {
    expires,
    given,
    organization: organization && { expires: organization.expires, given: organization.given },
  };
}

/** A message of the storage might quote what it could not store. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
