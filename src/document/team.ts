import { keys } from './keys';
import type { Team } from './model';
import type { Field } from './node';
import { itemsOf, spanOf } from './node';
import { repeatedMembers } from './repeats';
import * as schema from './schema';
import type { Reading } from './slot';
import { read } from './slot';

export function readTeam({ name, keySpan, node }: Field, reading: Reading): Team | undefined {
  const example = `[${keys.email.example}]`;
  const emails = read(schema.team, { name, example, keySpan, node }, reading);
  if (!emails) return undefined;
  const members = itemsOf(node).flatMap((item, index) => {
    const email = emails[index];
    return item && email !== undefined ? [{ email, span: spanOf(item) }] : [];
  });
  for (const one of repeatedMembers(members)) reading.problems.push(one);
  return { name, members, span: keySpan };
}
