import { existsSync } from 'node:fs';
import path from 'node:path';
import { findOperation, readDocuments } from './operation';
import type { Exchange } from './record';
import { scenarios } from './scenarios';
import { createValidator } from './validate';

/** Not in Atlassian's documents, and called all the same. */
const undocumented = new Set(['/_edge/tenant_info']);

/**
 * Check every request that the client sends and every answer that the sandbox gives against
 * Atlassian's OpenAPI documents in the folder that is the argument.
 */
async function main(folder: string | undefined): Promise<number> {
  if (folder === undefined || !existsSync(path.join(folder, 'confluence-v1.json'))) {
    process.stderr.write(
      'Name the folder with admin-organization.json, confluence-v1.json and confluence-v2.json: npm run test:contract -- FOLDER\n',
    );
    return 1;
  }
  const documents = readDocuments(folder);
  const validator = createValidator(documents);
  const called = new Map<string, number>();
  let requests = 0;
  let answers = 0;
  const failures = new Set<string>();
  for (const [name, play] of Object.entries(scenarios)) {
    const exchanges: Exchange[] = [];
    await play(exchanges);
    for (const exchange of exchanges) {
      const { pathname } = new URL(exchange.url);
      if (undocumented.has(pathname)) continue;
      const matched = findOperation(documents, exchange.method, pathname);
      const report = (complaint: string): void => {
        const operation = `${exchange.method} ${matched?.path ?? pathname}`;
        failures.add(`${name}: ${operation} ${String(exchange.status)}: ${complaint}`);
      };
      if (!matched) {
        report('no document knows this call');
        continue;
      }
      const operation = `${exchange.method} ${matched.document.prefix}${matched.path}`;
      called.set(operation, (called.get(operation) ?? 0) + 1);
      requests += 1;
      validator.request(exchange, matched).forEach(report);
      const complaints = validator.answer(exchange, matched);
      if (complaints) answers += 1;
      complaints?.forEach(report);
    }
  }
  for (const [operation, count] of [...called].sort()) {
    process.stdout.write(`${String(count).padStart(6)}  ${operation}\n`);
  }
  for (const failure of failures) process.stdout.write(`FAILED ${failure}\n`);
  process.stdout.write(
    `Checked ${String(requests)} requests and the bodies of ${String(answers)} answers of ${String(called.size)} operations.\n`,
  );
  const passed = Object.keys(scenarios).filter(
    (name) => ![...failures].some((failure) => failure.startsWith(`${name}:`)),
  ).length;
  process.stdout.write(
    `${String(passed)} passed, ${String(Object.keys(scenarios).length - passed)} failed\n`,
  );
  return failures.size === 0 && requests > 0 ? 0 : 1;
}

void main(process.argv[2]).then((code) => {
  process.exitCode = code;
});
