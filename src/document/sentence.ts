/**
 * A sentence for a person: a template with `{name}` places and the facts that fill them. It stays
 * data until it is shown, so that the editor can translate the template and the terminal can print it.
 */
export interface Sentence {
  readonly template: string;
  readonly facts: Facts;
}

export type Facts = Readonly<Record<string, string | number>>;

export function sentence(template: string, facts: Facts = {}): Sentence {
  return { template, facts };
}

/** The sentence in English. A place without a fact stays visible as `{name}`. */
export function say({ template, facts }: Sentence): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => String(facts[name] ?? place));
}
