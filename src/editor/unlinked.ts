/**
 * Words in which the editor finds nothing to click. In messages and prompts it takes `[Words](command:…)`
 * for a link that runs the command, and `$(name)` for an icon, whoever has written the words.
 */
export function unlinked(text: string): string {
  return text.replace(/([\]$])\(/g, '$1 (');
}
