import * as z from 'zod/mini';

/** What an error answer says, whichever of Atlassian's forms it has. */
export interface Envelope {
  /** `gateway`: from in front of the product, which was not reached. */
  readonly form: 'product' | 'gateway' | 'html' | 'none';
  /** Such as `ADMIN-UAM-409-3`. */
  readonly codes: readonly string[];
  /** Atlassian's own words, not cleaned. */
  readonly message: string;
}

const text = z.catch(z.optional(z.string()), undefined);
const code = z.catch(z.optional(z.union([z.string(), z.number()])), undefined);

/** `errors[]` of the admin API and of v2. */
const entry = z.object({ code, title: text, detail: text });

/** `data.errors[]` of v1. */
const v1Entry = z.object({
  message: z.catch(z.optional(z.object({ translation: text, key: text })), undefined),
});

const anyForm = z.object({
  errors: z.catch(z.optional(z.array(entry)), undefined),
  data: z.catch(
    z.optional(z.object({ errors: z.catch(z.optional(z.array(v1Entry)), undefined) })),
    undefined,
  ),
  message: text,
  error: text,
  title: text,
  detail: text,
  code,
  statusCode: code,
  timestamp: z.optional(z.unknown()),
  path: text,
});

/** Understand the body of an error answer; plain text is a message of its own. */
export function readEnvelope(body: string, contentType: string | null): Envelope {
  if (isHtml(body, contentType)) return { form: 'html', codes: [], message: '' };
  const read = anyForm.safeParse(parseJson(body));
  if (!read.success) return { form: 'none', codes: [], message: isJson(body) ? '' : body };
  const { errors = [], data, ...top } = read.data;
  const first = errors[0] ?? top;
  const v1 = data?.errors?.map(({ message }) => message?.translation ?? message?.key ?? '') ?? [];
  const words = first.detail ?? first.title ?? top.message ?? top.error ?? '';
  return {
    form: isGateway(top) ? 'gateway' : 'product',
    codes: [...errors, top].map((each) => String(each.code ?? '')).filter((each) => each !== ''),
    message: [words, ...v1.filter((each) => !words.includes(each))].join(' '),
  };
}

export function isHtml(body: string, contentType: string | null): boolean {
  return /\bhtml\b/i.test(contentType ?? '') || /^\s*<(!doctype|html)/i.test(body);
}

function isJson(body: string): boolean {
  return /^\s*[[{]/.test(body);
}

/** `{timestamp, path, …}` or `{code: 404, message}`, where the product would send `statusCode` or `errors`. */
function isGateway(top: {
  readonly timestamp?: unknown;
  readonly path?: string | undefined;
  readonly code?: string | number | undefined;
  readonly statusCode?: string | number | undefined;
}): boolean {
  return (
    (top.timestamp !== undefined && top.path !== undefined) ||
    (typeof top.code === 'number' && top.statusCode === undefined)
  );
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
