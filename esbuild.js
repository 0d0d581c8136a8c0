// Bundles the product: the extension, what it loads on demand, and the command line.
// The JSON schema in media/ is written from the same zod schema that checks the file.
const esbuild = require('esbuild');
const { writeFileSync } = require('node:fs');
const path = require('node:path');

const watch = process.argv.includes('--watch');

const common = {
  // The same source as the package's CommonJS build, in the form of which unused parts can be left out.
  alias: { yaml: path.join(__dirname, 'node_modules/yaml/browser/index.js') },
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  mainFields: ['module', 'main'],
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
};

/** In the editor `globalThis.fetch` obeys the user's proxy and certificates; undici would not. */
const refuseUndici = {
  name: 'refuse-undici',
  setup(build) {
    build.onResolve({ filter: /^undici$/ }, ({ importer }) => ({
      errors: [{ text: `${importer} imports undici, which must stay out of the extension` }],
    }));
  },
};

/** What the extension loads only when it needs it. */
const onDemand = ['./account.js', './online.js', './language.js', './sandbox.js'];

/** The command line leaves `vscode` unresolved, so that a core file that reaches for it breaks the build. */
const bundles = [
  {
    ...common,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode', ...onDemand],
    plugins: [refuseUndici],
  },
  {
    ...common,
    entryPoints: ['src/account.ts'],
    outfile: 'dist/account.js',
    external: ['vscode', ...onDemand],
    plugins: [refuseUndici],
  },
  {
    ...common,
    entryPoints: ['src/online.ts'],
    outfile: 'dist/online.js',
    plugins: [refuseUndici],
  },
  {
    ...common,
    entryPoints: ['src/language.ts'],
    outfile: 'dist/language.js',
    plugins: [refuseUndici],
  },
  { ...common, entryPoints: ['src/worker.ts'], outfile: 'dist/worker.js' },
  {
    ...common,
    entryPoints: ['src/cli.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  { ...common, entryPoints: ['src/sandbox/server.ts'], outfile: 'dist/sandbox.js' },
];

async function writeSchema() {
  const { outputFiles } = await esbuild.build({
    ...common,
    entryPoints: ['src/document/jsonSchema.ts'],
    write: false,
  });
  const bundled = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(
    bundled,
    bundled.exports,
    require,
  );
  writeFileSync(
    path.join(__dirname, 'media', 'collaborators.schema.json'),
    `${JSON.stringify(bundled.exports.jsonSchema(), undefined, 2)}\n`,
  );
}

async function main() {
  await writeSchema();
  if (watch) {
    const contexts = await Promise.all(bundles.map((options) => esbuild.context(options)));
    await Promise.all(contexts.map((context) => context.watch()));
  } else {
    await Promise.all(bundles.map((options) => esbuild.build(options)));
  }
}

main().catch((error) => {
  if (!error.errors) console.error(error);
  process.exitCode = 1;
});
