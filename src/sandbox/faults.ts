import * as z from 'zod/mini';
import type { Site } from './site';

const fault = z.strictObject({
  method: z.optional(z.string()),
  /** The beginning of a path, or with another first character than `/` a regular expression. */
  path: z.string().check(
    z.minLength(1),
    z.refine((path) => path.startsWith('/') || isPattern(path), { error: 'Invalid pattern' }),
  ),
  /** How many requests it hits. */
  times: z._default(z.number().check(z.int(), z.minimum(1)), 1),
  /** How many matching requests pass before it does. */
  after: z._default(z.number().check(z.int(), z.minimum(0)), 0),
  /** Answer this instead of acting. */
  status: z.optional(z.number().check(z.int(), z.minimum(200), z.maximum(599))),
  headers: z.optional(z.record(z.string(), z.string())),
  body: z.optional(z.unknown()),
  delayMs: z.optional(z.number().check(z.minimum(0))),
  /** Break the connection, before or after acting. */
  drop: z.optional(z.enum(['before', 'after'])),
  /** Act, then break the connection in the middle of the answer. */
  torn: z.optional(z.boolean()),
  /** Answer a page for people instead of acting. */
  html: z.optional(z.boolean()),
});

/** The faults of one steering request. */
export const faultsSchema = z.array(fault);

/** A fault with the counts that are left. */
export type Fault = z.infer<typeof fault>;

export type FaultInput = z.input<typeof fault>;

/** The first fault that hits this request, one time used up. */
export function takeFault(site: Site, method: string, path: string): Fault | undefined {
  const hit = site.faults.find(
    (one) => (one.method === undefined || one.method === method) && matches(one.path, path),
  );
  if (hit === undefined) return undefined;
  if (hit.after > 0) {
    hit.after -= 1;
    return undefined;
  }
  hit.times -= 1;
  if (hit.times === 0) site.faults = site.faults.filter((one) => one !== hit);
  return hit;
}

function matches(pattern: string, path: string): boolean {
  return pattern.startsWith('/') ? path.startsWith(pattern) : new RegExp(pattern).test(path);
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}
