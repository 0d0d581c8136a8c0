import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** As much of the package's own interface as VS Code uses. */
const script = `const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');
const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
exports.setFlushOn = () => undefined;
exports.createAsyncRotatingLogger = async (_name, file) => {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, '');
  let least = 0;
  const logger = {
    setLevel: (level) => { least = level; },
    clearFormatters: () => undefined,
    setPattern: () => undefined,
    flush: () => undefined,
    drop: () => undefined,
  };
  for (const [level, name] of levels.entries()) {
    logger[name] = (text) => {
      if (level >= least) appendFileSync(file, '[' + name + '] ' + text + '\\n');
    };
  }
  return logger;
};
exports.createRotatingLogger = exports.createAsyncRotatingLogger;
`;

/** VS Code writes its log files by a package that would have to be compiled; a small script does for tests. */
export function addLogger(folder: string): void {
  writeFileSync(path.join(folder, 'node_modules', '@vscode', 'spdlog', 'index.js'), script);
}
