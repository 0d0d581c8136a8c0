import { parseArgs } from 'node:util';
import { ConfluenceError } from '../sync/error';

const withFile = ['validate', 'plan', 'sync', 'undo', 'history', 'resend', 'handoff'] as const;

const commands = [...withFile, 'import', 'doctor', 'sandbox', 'demo', 'help'] as const;

export type Command = (typeof commands)[number];

export interface Options {
  readonly command: Command;
  /** The `collaborators.yaml`, or for `sandbox` the seed. */
  readonly file: string | undefined;
  /** For `resend`: whom to mail again. */
  readonly address: string | undefined;
  /** For `import`: the keys of the spaces. */
  readonly spaces: readonly string[];
  /** For `import`, and for `doctor` without a file: the id of the organization that the admin key is for. */
  readonly organization: string | undefined;
  readonly json: boolean;
  readonly yes: boolean;
  readonly allowRemovals: number | undefined;
  readonly journal: string | undefined;
  readonly port: number | undefined;
}

export const usage = `Usage: confluence-guests COMMAND [FILE] [options]

  validate FILE   check the file, without a network
  plan FILE       show what a sync would change
  sync FILE       change the site; needs --yes
  undo FILE       take the last sync back; needs --yes
  history FILE    show earlier syncs
  resend FILE ADDRESS   mail an invitation again
  handoff FILE    print a message for the organization admin, if the file takes one
  doctor [FILE]   show what your credentials allow on the site, and who can change it
  import          print a file for what is on the site; needs --space
  sandbox [SEED]  run a simulated site on this machine, from the sample or from a seed of yours
  demo            try everything on a simulated site

  --json               print for programs
  --yes                apply the plan
  --allow-removals N   allow exactly N removals beyond the file's limit
  --journal FILE       where to remember invitations (default: your state folder)
  --space KEY          for import: a space; repeat it for several
  --organization ID    for import, and for doctor without a file: the organization of the admin key
  --port N             for sandbox: the port to listen on

Credentials come from the environment and are sent only to CONFLUENCE_SITE:
  CONFLUENCE_SITE        such as https://acme.atlassian.net
  CONFLUENCE_EMAIL       the address of your Atlassian account
  CONFLUENCE_API_TOKEN   an API token of that account
  CONFLUENCE_CLOUD_ID    the site's cloud id, when the token has scopes
  ATLASSIAN_ADMIN_KEY    an organization admin key, to invite and to remove guests

Exit codes: 0 nothing to do or all done, 1 something failed or is not possible, 2 changes are pending.`;

/** Understand the command line. Throws a `ConfluenceError` that says what is wrong with it. */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parse(args);
  const [name = 'help', file, ...others] = positionals;
  const command = values.help ? 'help' : commands.find((one) => one === name);
  if (!command) throw wrong(`There is no command “${name}”`);
  if (file === undefined && withFile.some((one) => one === command)) {
    throw wrong(`Name the file to ${command}, such as collaborators.yaml`);
  }
  const [address, ...rest] = command === 'resend' ? others : [undefined, ...others];
  if (command === 'resend' && address === undefined) throw wrong('Name the address to mail again');
  if (rest.length > 0) throw wrong(`“${rest.join(' ')}” is too much: one file at a time`);
  if (command === 'import' && (values.space.length === 0 || file !== undefined)) {
    throw wrong('Name the spaces to import, such as --space DOCS --space LAB');
  }
  return {
    command,
    file,
    address,
    spaces: values.space,
    organization: values.organization,
    json: values.json,
    yes: values.yes,
    allowRemovals: numberOf('--allow-removals', values['allow-removals']),
    journal: values.journal,
    port: portOf(values.port),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        'allow-removals': { type: 'string' },
        journal: { type: 'string' },
        port: { type: 'string' },
        space: { type: 'string', multiple: true, default: [] },
        organization: { type: 'string' },
      },
    });
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

function portOf(value: string | undefined): number | undefined {
  const port = numberOf('--port', value);
  if (port !== undefined && port > 65_535) throw wrong('--port goes up to 65535');
  return port;
}

function numberOf(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value)) throw wrong(`${name} needs a whole number`);
  return Number(value);
}

function wrong(message: string): ConfluenceError {
  return new ConfluenceError('invalid', `${message}; see confluence-guests help`);
}
