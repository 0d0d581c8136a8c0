import * as vscode from 'vscode';
import { waitsForAdmin } from '../sync/finding';
import type { Plan } from '../sync/plan';
import type { Step } from '../sync/step';
import { confirm } from './message';
import { speak } from './speak';
import type { Way } from './way';

/**
 * Asks once for the whole plan, with its counts. Resolves with the number of removals that the person
 * allowed beyond the file's limit, if the plan needs their word for that; throws a cancellation for no.
 */
export async function confirmPlan(
  plan: Plan,
  { question, go }: Pick<Way, 'question' | 'go'>,
): Promise<number | undefined> {
  const refused = plan.refusals.length > 0;
  const yes = refused ? goAhead(plan.removals.guests, go) : go;
  await confirm(question, detailOf(plan), yes);
  return refused ? plan.removals.guests : undefined;
}

/** More removals than the file allows are a person's own words. */
function goAhead(count: number, go: string): string {
  return count === 1
    ? vscode.l10n.t('Remove 1 Guest and {go}', { go })
    : vscode.l10n.t('Remove {count} Guests and {go}', { count, go });
}

function detailOf({ steps, removals, refusals, blocked, paidSeats }: Plan): string {
  const count = (...kinds: readonly Step['kind'][]): number =>
    steps.filter(({ kind, waiting }) => !waiting && kinds.includes(kind)).length;
  const line = (text: string, number: number): readonly string[] =>
    number > 0 ? [`${text}: ${number}`] : [];
  const waiting = blocked.filter(waitsForAdmin).length;
  const counts = [
    ...line(vscode.l10n.t('Invitations'), count('invite')),
    ...line(vscode.l10n.t('Guests let into a space'), count('grant', 'move')),
    ...line(vscode.l10n.t('Roles changed'), count('changeRole')),
    ...line(vscode.l10n.t('Open pages restricted'), count('close')),
    ...line(vscode.l10n.t('Restricted pages opened'), count('open')),
    ...line(vscode.l10n.t('People added to pages'), count('allow')),
    ...line(vscode.l10n.t('People taken off pages'), count('disallow')),
    ...line(vscode.l10n.t('Spaces taken away'), count('leave')),
    ...line(vscode.l10n.t('Guest roles taken away'), count('revoke')),
    ...line(
      vscode.l10n.t('Waiting for guests to accept'),
      steps.filter(({ waiting }) => waiting).length,
    ),
    ...line(vscode.l10n.t('Waiting for the organization admin'), waiting),
    ...line(vscode.l10n.t('Not possible now'), blocked.length - waiting),
  ];
  const removed = vscode.l10n.t('Guests removed: {guests} of {of} (limit {limit})', {
    ...removals,
  });
  return [
    ...refusals.map(({ sentence }) => `${speak(sentence)}\n`),
    ...counts,
    ...(removals.guests > 0 ? [removed] : []),
    vscode.l10n.t('Paid seats: +{count}', { count: paidSeats }),
  ].join('\n');
}
