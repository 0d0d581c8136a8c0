import * as vscode from 'vscode';
import type { Detail } from '../access/detail';
import type { GuestState } from '../access/guestState';
import type { PageState } from '../access/pageRows';

/** The icon of a state; its words stand beside it. */
export function iconOf(state: GuestState | PageState): vscode.ThemeIcon {
  switch (state) {
    case 'toInvite':
      return icon('mail', 'charts.blue');
    case 'toChange':
      return icon('edit', 'charts.blue');
    case 'toRestrict':
      return icon('lock', 'list.warningForeground');
    case 'waiting':
    case 'waitingForAdmin':
      return icon('watch', 'charts.yellow');
    case 'active':
    case 'shared':
      return icon('pass', 'charts.green');
    case 'expiring':
      return icon('calendar', 'list.warningForeground');
    case 'toRemove':
      return icon('trash', 'charts.red');
    case 'removed':
      return icon('circle-slash', 'disabledForeground');
    case 'unlisted':
    case 'unidentified':
      return icon('eye', 'disabledForeground');
    case 'trouble':
      return icon('error', 'list.errorForeground');
    case 'notChecked':
    case 'uncertain':
      return icon('circle-outline', 'disabledForeground');
  }
}

export function iconOfDetail(kind: Detail['kind']): vscode.ThemeIcon {
  switch (kind) {
    case 'address':
      return icon('mail');
    case 'space':
      return icon('library');
    case 'role':
      return icon('key');
    case 'expires':
      return icon('calendar');
    case 'reason':
      return icon('comment');
    case 'owner':
    case 'user':
      return icon('person');
    case 'page':
      return icon('file');
    case 'guest':
      return icon('account');
    case 'group':
      return icon('organization');
  }
}

function icon(id: string, colour?: string): vscode.ThemeIcon {
  return new vscode.ThemeIcon(id, colour === undefined ? undefined : new vscode.ThemeColor(colour));
}
