import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../support/project';

interface Menu {
  readonly command: string;
  readonly when?: string;
}

interface Setting {
  readonly type: string;
  readonly enum?: readonly string[];
}

interface Manifest {
  readonly icon: string;
  readonly keywords: readonly string[];
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
      readonly enablement?: string;
    }[];
    readonly menus: Readonly<Record<string, readonly Menu[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}

const read = (name: string): string => readFileSync(path.join(projectRoot, name), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const strings = JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>;
const { commands, menus, views, viewsWelcome } = manifest.contributes;
const settings = manifest.contributes.configuration.properties;
const shortName = (setting: string): string => setting.replace('confluenceGuests.', '');
const ids = commands.map(({ command }) => command);

/** The commands that the code registers, by their only way to do so. */
function registered(kind: string): readonly string[] {
  const source = readdirSync(path.join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => read(path.join('src', name)))
    .join('\n');
  return [...source.matchAll(new RegExp(`${kind}\\(\\s*'(confluenceGuests\\.\\w+)'`, 'g'))].map(
    ([, id = '']) => id,
  );
}

describe('the manifest', () => {
  it('declares exactly the commands that are registered', () => {
    const all = [...registered('registerCommand'), ...registered('registerTrustedCommand')];
    assert.deepEqual([...ids].sort(), all.sort());
  });

  it('hides and disables what talks to a site while the workspace is not trusted', () => {
    const trusted = commands
      .filter(({ enablement }) => enablement === 'isWorkspaceTrusted')
      .map(({ command }) => command);
    assert.deepEqual(trusted.sort(), [...registered('registerTrustedCommand')].sort());
    const hidden = menus['commandPalette']?.filter(({ when }) => when === 'isWorkspaceTrusted');
    assert.deepEqual(hidden?.map(({ command }) => command).sort(), trusted);
  });

  it('lets no workspace that is not trusted decide when a site is asked', () => {
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    const restricted = restrictedConfigurations.map(shortName).sort();
    assert.deepEqual(restricted, ['check', 'suggestFromSite']);
    // These decide what is shown of the file and of what was read.
    const harmless = ['codeLens.enabled', 'fileNames', 'problems.severity'];
    assert.deepEqual(
      [...restricted, ...harmless].sort(),
      Object.keys(settings).map(shortName).sort(),
    );
  });

  it('has no setting for an address or a credential', () => {
    for (const [name, { type, enum: choices }] of Object.entries(settings)) {
      assert.ok(type !== 'string' || choices, name);
    }
  });

  it('gives every command the category Confluence', () => {
    assert.deepEqual([...new Set(commands.map(({ category }) => category))], ['Confluence']);
  });

  it('has menus of existing commands only', () => {
    const used = Object.values(menus).flatMap((menu) => menu.map(({ command }) => command));
    assert.deepEqual(
      used.filter((command) => !ids.includes(command)),
      [],
    );
  });

  it('has welcome texts for existing views only, with links to existing commands', () => {
    const known = Object.values(views).flatMap((list) => list.map(({ id }) => id));
    for (const { view } of viewsWelcome) assert.ok(known.includes(view), view);
    const links = Object.values(strings).flatMap((text) =>
      [...text.matchAll(/\(command:(confluenceGuests\.\w+)\)/g)].map(([, id = '']) => id),
    );
    assert.ok(links.length > 0);
    assert.deepEqual(
      links.filter((id) => !ids.includes(id)),
      [],
    );
  });

  it('uses every string of package.nls.json, and none that is not there', () => {
    const used = [...read('package.json').matchAll(/"%([\w.]+)%"/g)].map(([, key = '']) => key);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(strings).sort());
  });

  it('names files that exist', () => {
    const files: readonly string[] = read('package.json').match(/(?:\.\/)?media\/[\w./]+/g) ?? [];
    assert.ok(files.includes(manifest.icon));
    for (const name of files) assert.ok(existsSync(path.join(projectRoot, name)), name);
  });

  it('starts for its own file only', () => {
    assert.deepEqual(manifest.activationEvents, ['workspaceContains:**/collaborators.{yml,yaml}']);
  });

  it('has at most five keywords', () => {
    assert.ok(manifest.keywords.length <= 5);
  });
});
