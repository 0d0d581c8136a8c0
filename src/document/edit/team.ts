import type { TextEdit } from '../edit';
import { writeList } from './look';
import { addNamed } from './named';
import { quotesOf } from './quote';

/** The edits that add a team. */
export function addTeam(
  text: string,
  name: string,
  members: readonly string[],
): readonly TextEdit[] {
  return addNamed(text, 'teams', name, ` ${writeList(members, quotesOf(text))}`);
}
