import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { follow, pointerOf, valueAt } from './operation';
import type { Answer, ApiDocument, Matched, Parameter } from './operation';
import type { Exchange } from './record';

/** Checks exchanges against the documents. */
export interface Validator {
  /** What is wrong with the request; empty when it is as documented. */
  request(exchange: Exchange, matched: Matched): readonly string[];
  /** What is wrong with the answer; `undefined` when the documents say nothing about its body. */
  answer(exchange: Exchange, matched: Matched): readonly string[] | undefined;
}

/** Failures that any call may meet and that the documents do not list everywhere. */
const anywhere = new Set([401, 403, 429, 500, 502, 503]);

export function createValidator(documents: readonly ApiDocument[]): Validator {
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false });
  addFormats(ajv);
  ajv.addFormat('account', /^[\w:.-]+$/);
  for (const { name, content } of documents) ajv.addSchema(content, name);
  const compiled = new Map<string, ValidateFunction>();
  const schemaAt = (document: ApiDocument, ...pointer: readonly string[]): ValidateFunction => {
    const ref = `${document.name}#/${resolve(document.content, pointer).map(escapePointer).join('/')}`;
    const known = compiled.get(ref) ?? ajv.compile({ $ref: ref });
    compiled.set(ref, known);
    return known;
  };
  const complaints = (validate: ValidateFunction, value: unknown, what: string): string[] =>
    validate(value)
      ? []
      : (validate.errors ?? []).map(
          ({ instancePath, message }) => `${what}${instancePath} ${message ?? ''}`,
        );

  return {
    request: ({ method, url, body }, { document, path, operation, parameters }) => {
      const found = queryComplaints(ajv, new URL(url).searchParams, parameters);
      if (operation.requestBody === undefined) {
        return body === undefined ? found : [...found, 'a body is sent and none is documented'];
      }
      const place = [
        'paths',
        path,
        method.toLowerCase(),
        'requestBody',
        'content',
        'application/json',
        'schema',
      ];
      return [...found, ...complaints(schemaAt(document, ...place), body, 'body')];
    },
    answer: ({ method, status, answer }, { document, path, operation }) => {
      const code = String(status);
      if (!operation.responses[code]) {
        return anywhere.has(status) ? undefined : [`status ${code} is not documented`];
      }
      const documented = follow(document.content, operation.responses[code]) as Answer;
      if (answer === undefined || !documented.content?.['application/json']) return undefined;
      const place = [
        'paths',
        path,
        method.toLowerCase(),
        'responses',
        code,
        'content',
        'application/json',
        'schema',
      ];
      return complaints(schemaAt(document, ...place), answer, 'answer');
    },
  };
}

function queryComplaints(
  ajv: Ajv,
  query: URLSearchParams,
  parameters: readonly Parameter[],
): readonly string[] {
  const inQuery = new Map(
    parameters.filter((one) => one.in === 'query').map((one) => [one.name, one]),
  );
  const unknown = [...new Set(query.keys())].filter((name) => !inQuery.has(name));
  return [
    ...unknown.map((name) => `the query parameter ${name} is not documented`),
    ...[...inQuery.values()].flatMap(({ name, required, schema }) => {
      if (!query.has(name))
        return required === true ? [`the query parameter ${name} is missing`] : [];
      const value = valueOf(query.getAll(name), schema ?? {});
      return ajv.validate(schema ?? {}, value)
        ? []
        : [`the query parameter ${name} ${ajv.errorsText()}`];
    }),
  ];
}

/** A query is text; its schema tells whether it means a number, a flag or a list. */
function valueOf(texts: readonly string[], schema: { type?: string; items?: object }): unknown {
  if (schema.type === 'array') {
    const parts = texts.flatMap((text) => text.split(','));
    return parts.map((part) => valueOf([part], schema.items ?? {}));
  }
  const text = texts[0] ?? '';
  if (schema.type === 'integer' || schema.type === 'number')
    return /^\d+$/.test(text) ? Number(text) : text;
  if (schema.type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

/** The place that a pointer leads to when references on its way are followed. */
function resolve(content: unknown, pointer: readonly string[]): readonly string[] {
  let place: readonly string[] = [];
  for (const part of pointer) {
    place = [...place, part];
    const { $ref } = (valueAt(content, place) ?? {}) as { readonly $ref?: string };
    if ($ref !== undefined) place = resolve(content, pointerOf($ref));
  }
  return place;
}

function escapePointer(part: string): string {
  return encodeURIComponent(part.replace(/~/g, '~0').replace(/\//g, '~1'));
}
