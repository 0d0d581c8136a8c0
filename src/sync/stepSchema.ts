import * as z from 'zod/mini';

const optionalText = z.optional(z.string());
const texts = z.readonly(z.array(z.string()));
const operation = z.enum(['view', 'edit']);
const span = z.object({ start: z.number(), end: z.number() });
const who = z.object({ email: optionalText, accountId: optionalText, label: z.string() });
const named = z.readonly(z.array(z.object({ id: z.string(), label: z.string() })));
const page = z.object({ id: z.string(), title: z.string(), spaceKey: z.string() });
const restriction = z.object({
  users: texts,
  groups: z.readonly(z.array(z.object({ id: z.string(), name: z.string() }))),
});
const base = { id: z.string(), span, after: texts, waiting: z.boolean() };

/** A step as a journal keeps it; what is `undefined` in a step is absent there. */
export const stepSchema = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('invite'), who, notify: z.boolean() }),
  z.object({
    ...base,
    kind: z.enum(['grant', 'move', 'changeRole', 'leave']),
    who,
    space: z.string(),
    role: optionalText,
    from: optionalText,
    restore: z.optional(texts),
    before: texts,
  }),
  z.object({ ...base, kind: z.literal('revoke'), who }),
  z.object({
    ...base,
    kind: z.enum(['close', 'open']),
    page,
    operation,
    users: named,
    groups: named,
    before: restriction,
  }),
  z.object({
    ...base,
    kind: z.enum(['allow', 'disallow']),
    page,
    operation,
    principal: z.enum(['user', 'group']),
    who,
    groupId: optionalText,
    before: restriction,
  }),
]);

export type RecordedStep = z.infer<typeof stepSchema>;
