import * as vscode from 'vscode';
import * as z from 'zod/mini';

const schema = z.object({
  email: z.string(),
  token: z.string(),
  cloudId: z.optional(z.string()),
  organization: z.optional(z.object({ id: z.string(), adminKey: z.string() })),
});

/** What a person has signed in to a site with. */
export type Credential = z.infer<typeof schema>;

/** The origins that were signed in to; the secrets themselves cannot be listed. */
const originsKey = 'origins';

/**
 * Credentials by the exact origin that they were given for. They lie in the editor's secret storage,
 * and where that fails only in memory.
 */
export class Credentials implements vscode.Disposable {
  readonly #session = new Map<string, Credential>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #watching: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly secrets: vscode.SecretStorage,
    private readonly state: vscode.Memento,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.#watching = secrets.onDidChange(() => {
      this.#changed.fire();
    });
  }

  /** Where somebody is signed in. */
  origins(): readonly string[] {
    return [...new Set([...this.#stored(), ...this.#session.keys()])].sort();
  }

  async get(origin: string): Promise<Credential | undefined> {
    const inSession = this.#session.get(origin);
    if (inSession) return inSession;
    try {
      const stored = await this.secrets.get(keyOf(origin));
      return stored === undefined ? undefined : schema.safeParse(JSON.parse(stored)).data;
    } catch (error) {
      this.log.warn(`The secret storage cannot be read: ${nameOf(error)}`);
      return undefined;
    }
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
    await this.state.update(originsKey, [...new Set([...this.#stored(), origin])]);
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
    await this.secrets.delete(keyOf(origin));
    await this.state.update(
      originsKey,
      this.#stored().filter((other) => other !== origin),
    );
    this.#changed.fire();
  }

  #stored(): readonly string[] {
    return this.state.get<readonly string[]>(originsKey, []);
  }

  dispose(): void {
    this.#session.clear();
    this.#watching.dispose();
    this.#changed.dispose();
  }
}

function keyOf(origin: string): string {
  return `site ${origin}`;
}

/** A message of the storage might quote what it could not store. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
