import { newest, type Version } from '../support/vscode';

/** The conditions under which a part of the host tests runs. */
export interface HostRun {
  readonly name: string;
  readonly version: Version;
  /**
   * The folder to open, from the project's root, of which each run gets a fresh copy. One that
   * holds a .code-workspace file is opened as that; `undefined` opens an empty window.
   */
  readonly workspace: string | undefined;
  /** `false` opens the workspace in Restricted Mode. */
  readonly trust: boolean;
  /** The folder below test/ whose test files run. */
  readonly tests: string;
}

/** For example `basic@1.104.0`. */
export function nameOf({ name, version }: HostRun): string {
  return `${name}@${version}`;
}

const basic = {
  name: 'basic',
  workspace: 'test/host/workspaces/basic',
  trust: true,
  tests: 'host',
};

export const hostRuns: readonly HostRun[] = [
  { ...basic, version: '1.104.0' },
  { ...basic, version: newest },
  {
    name: 'several folders',
    version: newest,
    workspace: 'test/host/workspaces/several',
    trust: true,
    tests: 'host/several',
  },
  {
    name: 'no folder',
    version: newest,
    workspace: undefined,
    trust: true,
    tests: 'host/empty',
  },
  {
    name: 'untrusted',
    version: newest,
    workspace: 'test/host/workspaces/basic',
    trust: false,
    tests: 'host/untrusted',
  },
];
