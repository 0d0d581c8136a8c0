import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseDocument } from 'yaml';
import { getLanguageService } from 'yaml-language-server';
import { jsonSchema } from '../../../src/document/jsonSchema';
import type { Parsed } from '../../../src/document/parse';
import { parse } from '../../../src/document/parse';
import { today } from './file';

/** Something that finds the problems of a file. */
export interface Contestant {
  readonly name: string;
  /** Reads a file that it has not seen and resolves with the number of problems. */
  readonly check: (text: string) => number | Promise<number>;
  /** The same for the next state of the file that it saw last. */
  readonly checkAgain: (text: string) => number | Promise<number>;
}

export function ours(): Contestant {
  let known: Parsed | undefined;
  const read = (text: string, before: Parsed | undefined): number => {
    known = parse(text, today, before);
    return known.problems.length;
  };
  return {
    name: 'this extension',
    check: (text) => read(text, undefined),
    checkAgain: (text) => read(text, known),
  };
}

/** Validation with the extension's own JSON schema, as in Red Hat's YAML extension. */
export function languageServer(): Contestant {
  const service = getLanguageService({
    schemaRequestService: () => Promise.reject(new Error('There is only one schema.')),
    workspaceContext: { resolveRelativePath: (relative) => relative },
  });
  service.configure({
    validate: true,
    yamlVersion: '1.2',
    schemas: [
      {
        uri: 'file:///collaborators.schema.json',
        fileMatch: ['collaborators.yaml'],
        schema: jsonSchema(),
      },
    ],
  });
  let version = 0;
  const check = async (text: string): Promise<number> => {
    version += 1;
    const uri = 'file:///workspace/collaborators.yaml';
    const document = TextDocument.create(uri, 'yaml', version, text);
    return (await service.doValidation(document, false)).length;
  };
  return { name: 'yaml-language-server', check, checkAgain: check };
}

export function bareYaml(): Contestant {
  const check = (text: string): number => parseDocument(text).errors.length;
  return { name: 'yaml.parseDocument', check, checkAgain: check };
}
