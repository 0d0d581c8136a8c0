import { readFileSync } from 'node:fs';
import path from 'node:path';

/** One of Atlassian's OpenAPI documents, as far as it is looked at. */
export interface ApiDocument {
  readonly name: string;
  /** What stands before the document's own paths at the site. */
  readonly prefix: string;
  readonly content: { readonly paths: Readonly<Record<string, PathItem>> };
}

export type PathItem = Readonly<Record<string, Operation>> & {
  readonly parameters?: readonly Parameter[];
};

export interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, unknown>>;
}

export interface Answer {
  readonly content?: Readonly<Record<string, unknown>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: object;
}

const files: readonly (readonly [string, string, string])[] = [
  ['admin', 'admin-organization.json', '/admin'],
  ['v1', 'confluence-v1.json', ''],
  ['v2', 'confluence-v2.json', '/wiki/api/v2'],
];

/** Read the documents from a folder, with their known defects mended. */
export function readDocuments(folder: string): readonly ApiDocument[] {
  return files.map(([name, file, prefix]) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    return { name, prefix, content: mend(JSON.parse(text)) as ApiDocument['content'] };
  });
}

/**
 * Known defects: account ids are no UUIDs although `roles/assign` and `roles/revoke` say so, and
 * `nullable` stands beside references, where it means nothing.
 */
function mend(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(mend);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, mend(inner)]),
  );
  if (rest['format'] === 'uuid') rest['format'] = 'account';
  if (nullable !== true) return rest;
  return 'type' in rest ? { ...rest, nullable } : { anyOf: [rest, { type: 'null' }] };
}

/** What a request is in the documents' terms. */
export interface Matched {
  readonly document: ApiDocument;
  /** The path as the document writes it, such as `/pages/{id}`. */
  readonly path: string;
  readonly operation: Operation;
  readonly parameters: readonly Parameter[];
}

/** The operation that a request calls; `undefined` when no document knows it. */
export function findOperation(
  documents: readonly ApiDocument[],
  method: string,
  pathname: string,
): Matched | undefined {
  const wanted = pathname.replace(/^\/ex\/confluence\/[^/]+/, '');
  for (const document of documents) {
    if (!wanted.startsWith(document.prefix)) continue;
    const rest = wanted.slice(document.prefix.length);
    // A path without a placeholder goes before one with.
    const found = Object.keys(document.content.paths)
      .filter((one) => toPattern(one).test(rest))
      .sort((a, b) => placeholders(a) - placeholders(b))[0];
    const item = found === undefined ? undefined : document.content.paths[found];
    const operation = item?.[method.toLowerCase()];
    if (found !== undefined && item && operation) {
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(
        (one): Parameter => {
          const parameter = follow(document.content, one) as Parameter;
          const schema = follow(document.content, parameter.schema) as object;
          return { ...parameter, schema };
        },
      );
      return { document, path: found, operation, parameters };
    }
  }
  return undefined;
}

/** What a reference stands for; anything else stands for itself. */
export function follow(content: unknown, value: unknown): unknown {
  const { $ref } = (value ?? {}) as { readonly $ref?: string };
  if ($ref === undefined) return value;
  return follow(content, valueAt(content, pointerOf($ref)));
}

export function pointerOf(ref: string): readonly string[] {
  return ref
    .slice(2)
    .split('/')
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));
}

export function valueAt(content: unknown, pointer: readonly string[]): unknown {
  return pointer.reduce((inner, key) => (inner as Record<string, unknown>)[key], content);
}

function toPattern(template: string): RegExp {
  const source = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+');
  return new RegExp(`^${source}$`);
}

const placeholders = (template: string): number => template.split('{').length;
