/** Called once by VS Code, when a workspace has a `collaborators.yaml` or a command is run. */
export function activate(): void {
  // Features register here.
}
