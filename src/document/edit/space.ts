import type { TextEdit } from '../edit';
import type { Manage } from '../model';
import { addNamed } from './named';

/** The edits that add an owned space; without `manage` it is `additive`. */
export function addSpace(text: string, key: string, manage?: Manage): readonly TextEdit[] {
  return addNamed(text, 'spaces', key, manage === undefined ? '' : ` { manage: ${manage} }`);
}
