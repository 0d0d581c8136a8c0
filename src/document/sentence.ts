/**
 * A sentence for a person: a template with `{name}` places and the facts that fill them. It stays
 * data until it is shown, so that the editor can translate the template and the terminal can print it.
 */
export interface Sentence {
  readonly template: string;
  readonly facts: Facts;
}

export type Facts = Readonly<Record<string, string | number>>;

/** Facts come from the file and the site, so nothing in them can steer a terminal or turn text around. */
export function sentence(template: string, facts: Facts = {}): Sentence {
  const tamed: Record<string, string | number> = {};
  for (const [name, fact] of Object.entries(facts))
    tamed[name] = typeof fact === 'string' ? tame(fact) : fact;
  return { template, facts: tamed };
}

/** A text from elsewhere that stands alone, made fit to be shown like a fact. */
export function tame(text: string): string {
  return text.replace(steering, ' ');
}

/** Whether a text from elsewhere could steer a terminal or turn the text around it. */
export function steers(text: string): boolean {
  return text.search(steering) >= 0;
}

/** Control characters, line breaks, and the marks that change the direction of writing. */
const steering = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]+/gu;

/** The sentence in English. A place without a fact stays visible as `{name}`. */
export function say({ template, facts }: Sentence): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => String(facts[name] ?? place));
}
