import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from './project';

const undoing = new Set<() => void>();
const stopping = new Set<() => Promise<void>>();

process.once('exit', () => {
  for (const undo of [...undoing].reverse()) undo();
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    void Promise.allSettled([...stopping].map((stop) => stop())).then(() =>
      process.exit(128 + constants.signals[signal]),
    );
  });
}

/** Runs `undo` when this process ends, unless the returned function was called before. */
export function onExit(undo: () => void): () => void {
  undoing.add(undo);
  return () => undoing.delete(undo);
}

/** Waits for `stop` when this process is interrupted, unless the returned function was called before. */
export function onInterrupt(stop: () => Promise<void>): () => void {
  stopping.add(stop);
  return () => stopping.delete(stop);
}

const folders: string[] = [];

/** Every temporary folder of this process. */
export function temporaryFolders(): readonly string[] {
  return folders;
}

/** A new empty folder that is removed when this process ends. */
export function temporaryFolder(): string {
  const folder = realpathSync.native(mkdtempSync(path.join(tmpdir(), 'confluence-guests-')));
  folders.push(folder);
  onExit(() => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return folder;
}

/** A fresh copy of a folder, named from the project's root, so that no run changes the project. */
export function copyFolder(source: string): string {
  const copy = path.join(temporaryFolder(), path.basename(source));
  cpSync(path.join(projectRoot, source), copy, { recursive: true });
  return copy;
}
