import type { TextEdit } from '../edit';
import type { Guest } from '../model';
import { setField } from './field';

/**
 * The edits that write `access: revoked` into the guest's entry and touch nothing else. The guest must
 * come from this very text. None when it is written already.
 */
export function revoke(text: string, guest: Guest): readonly TextEdit[] {
  return setField(text, guest.span, 'access', 'revoked');
}
