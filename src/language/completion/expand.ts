/** A snippet in VS Code's syntax as it is before anything is chosen: with the first choices and the examples in its places. */
export function expand(snippet: string): string {
  const named = new Map<string, string>();
  const stop = /\\([\\$}])|\$(\d+)|\$\{(\d+)(?:\|((?:[^\\|]|\\.)*)\||:([^}]*)|)\}/g;
  return snippet.replace(stop, (_, escaped?: string, bare?: string, ...more: string[]) => {
    if (escaped !== undefined) return escaped;
    if (bare !== undefined) return named.get(bare) ?? '';
    const [number = '', choices, example = ''] = more as (string | undefined)[];
    const first = choices?.split(/(?<!\\),/)[0]?.replace(/\\([\\,|])/g, '$1');
    named.set(number, first ?? example);
    return first ?? example;
  });
}
