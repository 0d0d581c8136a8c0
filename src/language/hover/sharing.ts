import { titleOf } from '../../access/detail';
import type { Reading } from '../../access/reading';
import type { Sharing } from '../../access/sharing';
import { sentence, type Sentence } from '../../document/sentence';

/** A page with what it lets somebody do, and for a guest who is meant by a team with that. */
export function sharingWords(
  { page, operations, teams }: Sharing,
  reading: Reading | undefined,
): Sentence {
  const title = titleOf(page, reading);
  const [viewTeam, editTeam] = [teams.get('view'), teams.get('edit')];
  if (!operations.has('edit'))
    return viewTeam === undefined
      ? sentence('“{title}” (view)', { title })
      : sentence('“{title}” (view by team {team})', { title, team: viewTeam });
  if (!operations.has('view'))
    return editTeam === undefined
      ? sentence('“{title}” (edit)', { title })
      : sentence('“{title}” (edit by team {team})', { title, team: editTeam });
  if (viewTeam === undefined)
    return editTeam === undefined
      ? sentence('“{title}” (view and edit)', { title })
      : sentence('“{title}” (view, edit by team {team})', { title, team: editTeam });
  return viewTeam === editTeam
    ? sentence('“{title}” (view and edit by team {team})', { title, team: viewTeam })
    : sentence('“{title}” (view by team {team}, edit)', { title, team: viewTeam });
}
