import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './cleanup';
import { start, type Running } from './processes';
import { projectRoot } from './project';
import { installVSCode, type Version } from './vscode';

export type Settings = Readonly<Record<string, unknown>>;

/** Nothing that asks, tells, downloads or moves by itself; the same picture every time. */
const calm: Settings = {
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.reduceMotion': 'on',
  'workbench.colorTheme': 'Default Dark Modern',
  'window.commandCenter': false,
  'window.title': '${activeEditorShort}${separator}${rootName}',
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'telemetry.telemetryLevel': 'off',
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
  'git.enabled': false,
  // In a browser VS Code would save after a second.
  'files.autoSave': 'off',
  'editor.minimap.enabled': false,
  // What is offered is then offered by a provider.
  'editor.wordBasedSuggestions': 'off',
};

export interface ServerOptions {
  readonly version: Version;
  /** `true` trusts every workspace; `false` opens them all in Restricted Mode. */
  readonly trust: boolean;
  readonly settings?: Settings;
  readonly env?: NodeJS.ProcessEnv;
}

export interface Server extends Pick<Running, 'tail' | 'ended'> {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Starts VS Code's server with data of its own on a free port of this machine. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { node, serverScript } = await installVSCode(options.version);
  const data = temporaryFolder();
  writeSettings(data, { ...calm, ...options.settings });
  const running = start(
    node,
    [
      serverScript,
      ...['--host', '127.0.0.1', '--port', '0'],
      '--without-connection-token',
      '--accept-server-license-terms',
      // Without it a built VS Code ignores extensionDevelopmentPath.
      '--enable-smoke-test-driver',
      ...['--server-data-dir', data],
      '--disable-telemetry',
      ...(options.trust ? ['--disable-workspace-trust'] : []),
    ],
    { cwd: projectRoot, env: { ...options.env } },
  );
  const [, port] = await running.printed(/agent listening on (\d+)/);
  return { port: Number(port), tail: running.tail, ended: running.ended, close: running.stop };
}

function writeSettings(data: string, settings: Settings): void {
  for (const scope of ['Machine', 'User']) {
    const folder = path.join(data, 'data', scope);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(settings));
  }
}
