/**
 * Whether a file's name fits a pattern, in which `*` stands for any characters. It takes time in
 * proportion to both, for anybody who shares a workspace may have written the pattern.
 */
export function fits(name: string, pattern: string): boolean {
  const [beginning = '', ...rest] = pattern.split('*');
  const ending = rest.pop();
  if (ending === undefined) return name === pattern;
  if (!name.startsWith(beginning) || !name.endsWith(ending)) return false;
  const limit = name.length - ending.length;
  let place = beginning.length;
  for (const part of rest) {
    const found = name.indexOf(part, place);
    if (found === -1) return false;
    place = found + part.length;
  }
  return place <= limit;
}

/** Whether a file's name fits one of some patterns. */
export function fitsAny(name: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => fits(name, pattern));
}

/** Whether something written in the settings can be the pattern of a YAML file's name, without folders. */
export function isPattern(written: unknown): written is string {
  return typeof written === 'string' && /^[^/\\{}[\]?,!]+\.ya?ml$/.test(written);
}

const usual = 'collaborators.yaml';

/** What a new file is called where files are called by these patterns: as everywhere if it can be. */
export function newName(patterns: readonly string[]): string {
  const [first = usual] = patterns;
  return fitsAny(usual, patterns) ? usual : first.replaceAll('*', 'collaborators');
}
