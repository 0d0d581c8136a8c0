import * as z from 'zod/mini';
import { file } from './schema';

/** Formats that every JSON Schema reader knows; the others are told by their patterns. */
const known = new Set(['email', 'date']);

/** The JSON Schema (draft 7) of the file, for completion and hovers in editors without this extension. */
export function jsonSchema(): object {
  return z.toJSONSchema(file, {
    target: 'draft-7',
    io: 'input',
    override: ({ jsonSchema: part }) => {
      if (part.format !== undefined && !known.has(part.format)) delete part.format;
      if (part.maximum === Number.MAX_SAFE_INTEGER) delete part.maximum;
    },
  });
}
