import { rightsWords } from '../../access/rights';
import { sentence } from '../../document/sentence';
import type { Live } from '../../sync/live';
import { foundIn } from '../../sync/look';
import type { SpaceRole } from '../../sync/model';
import { targetFor } from '../../sync/role';
import type { Known } from '../known';
import { fact, heading, readAt, text, type Line } from './lines';

export function roleLines(role: string, known: Known): readonly Line[] {
  return [heading(role), ...meaningOf(role), ...onSite(role, known)];
}

/** The site alone tells of the others. */
function meaningOf(role: string): readonly Line[] {
  switch (role) {
    case 'viewer':
      return [text(sentence('Sees the space and changes nothing.'))];
    case 'contributor':
      return [
        text(
          sentence(
            'Sees the space and adds pages, comments and attachments, which is what Atlassian gives guests by default.',
          ),
        ),
      ];
    default:
      return [];
  }
}

function onSite(role: string, { reading, lists }: Known): readonly Line[] {
  if (reading) return [...inLive(role, reading.live), readAt(reading.live)];
  const found = roleNamed(role, foundIn(lists?.roles));
  if (lists && found) return [...rights(found), readAt(lists)];
  return role === 'viewer' || role === 'contributor'
    ? []
    : [text(sentence('The site was not asked for it.'))];
}

function inLive(role: string, live: Live): readonly Line[] {
  if (live.mode === 'roles' && live.roles.state !== 'found') {
    return [text(sentence('The roles of the site could not be read.'))];
  }
  const target = targetFor(role, live);
  if (!target) return [text(sentence('The site has no role for it: choose another.'))];
  if (target.kind === 'permissions') return fact(sentence('Rights'), ...rightsWords(target.pairs));
  const found = foundIn(live.roles).find(({ id }) => id === target.roleId);
  return found ? rights(found) : [];
}

function rights({ name, permissions }: SpaceRole): readonly Line[] {
  return [
    ...fact(sentence('Role on the site'), sentence('{name}', { name })),
    ...fact(sentence('Rights'), ...rightsWords(permissions)),
  ];
}

function roleNamed(role: string, roles: readonly SpaceRole[]): SpaceRole | undefined {
  return roles.find(({ name }) => name.toLowerCase() === role.toLowerCase());
}
