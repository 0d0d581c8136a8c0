import * as vscode from 'vscode';

/**
 * Whether Red Hat's YAML extension is at work, which gives every YAML file an outline, folding and
 * selections of its own, so that nothing is said twice.
 */
export function hasYamlExtension(): boolean {
  return vscode.extensions.getExtension('redhat.vscode-yaml') !== undefined;
}
