/**
 * Words in which the editor finds nothing to click. In messages and prompts it takes `[Words](command:…)`
 * for a link that runs the command, and `$(name)` for an icon, whoever has written the words.
 */
export function unlinked(text: string): string {
  return text.replace(/([\]$])\(/g, '$1 (');
}

/** Words for a label, where a backslash keeps what looks like an icon from being shown as one. */
export function withoutIcons(text: string): string {
  return text.replace(/\$\([\w-]+(?:~[\w-]+)?\)/g, '\\$&');
}
