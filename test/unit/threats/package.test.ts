import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { projectRoot } from '../../support/project';

type Versions = Readonly<Record<string, string>>;

interface Manifest {
  readonly scripts: Versions;
  readonly devDependencies: Versions;
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly integrity?: string }>>;
}

const read = (name: string): string => readFileSync(path.join(projectRoot, name), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;

describe('the dependencies', () => {
  it('are in the bundles and nowhere else in what is installed', async function () {
    this.timeout(60_000);
    const files = await listFiles({ cwd: projectRoot, packageManager: PackageManager.None });
    const expected =
      /^(dist\/\w+\.js|(media|l10n)\/[\w./-]+|docs\/problems\.md|package(\.nls(\.[\w-]+)?)?\.json|(README|CHANGELOG)\.md|LICENSE)$/;
    assert.ok(files.includes('dist/extension.js'));
    assert.deepEqual(
      files.filter((file) => !expected.test(file)),
      [],
    );
  });

  it('are loaded by no bundle from elsewhere', () => {
    const bundles = readdirSync(path.join(projectRoot, 'dist')).filter((name) =>
      name.endsWith('.js'),
    );
    assert.ok(bundles.length >= 4);
    const required = bundles
      .flatMap((name) => [...read(path.join('dist', name)).matchAll(/\brequire\("([^"]+)"\)/g)])
      .map(([, name = '']) => name);
    assert.ok(required.includes('vscode'));
    assert.deepEqual(
      required.filter((name) => name !== 'vscode' && !name.startsWith('node:')),
      [],
    );
  });

  it('are none at run time, and each has one version', () => {
    assert.deepEqual(
      Object.keys(manifest).filter((key) => /dependencies/i.test(key)),
      ['devDependencies'],
    );
    for (const [name, version] of Object.entries(manifest.devDependencies)) {
      assert.match(version, /^\d+\.\d+\.\d+$/, name);
    }
  });

  it('are known by what is in them', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as Lock;
    const all = Object.entries(packages).filter(([name]) => name !== '');
    assert.ok(all.length > 100);
    for (const [name, { integrity = '' }] of all) assert.match(integrity, /^sha512-/, name);
  });

  it('run nothing of this project while they are installed', () => {
    const hooks = Object.keys(manifest.scripts).filter((name) =>
      /^(pre|post)?(install|prepare)$/.test(name),
    );
    assert.deepEqual(hooks, []);
  });
});
