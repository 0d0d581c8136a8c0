// A process of its own for one mocha run: node child.js RUN, as JSON
import { temporaryFolders } from './cleanup';
import { runMocha, type MochaRun } from './mocha';
import { searchFolder } from './search';

async function main(): Promise<void> {
  const failures = await runMocha(JSON.parse(process.argv[2] ?? '') as MochaRun, {
    afterAll: () => {
      temporaryFolders().forEach(searchFolder);
    },
  });
  process.exit(failures > 0 ? 1 : 0);
}

void main();
