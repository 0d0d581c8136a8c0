import type * as z from 'zod/mini';

/** A parameter with several values is repeated. */
export type Query = Readonly<Record<string, string | readonly string[]>>;

/** One request as Atlassian documents it. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the channel's base, each part already encoded. */
  readonly path: string;
  readonly query?: Query;
  readonly body?: unknown;
  /** The scope that a token with scopes must have for it. */
  readonly scope: string;
  /** What it is about, in the words of the person who will read that it failed, such as `page 123`. */
  readonly about: string;
}

/** A call that changes nothing, and what it answers. */
export type Question<T> = Call & { readonly answer: z.ZodMiniType<T> } & (
    { readonly method: 'GET' } | { readonly method: 'POST'; readonly path: QuestionPath }
  );

/** Where a POST only asks. */
type QuestionPath =
  | '/wiki/api/v2/users-bulk'
  | `/v2/orgs/${string}/workspaces`
  | `/v2/orgs/${string}/directories/-/users/search`;

/** A call that changes something. */
export type Change = Call & { readonly method: 'POST' | 'PUT' | 'DELETE' };

/** The path with the names of the query's parameters, for logs and messages: values may be addresses. */
export function summarize({ method, path, query }: Call): string {
  const names = Object.keys(query ?? {});
  return `${method} ${path}${names.length > 0 ? `?${names.join('&')}` : ''}`;
}

/** Spaces become `%20`, which every server reads the same way, unlike `+`. */
export function encodeQuery(query: Query): string {
  return Object.entries(query)
    .flatMap(([name, values]) =>
      [values].flat().map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`),
    )
    .join('&');
}
