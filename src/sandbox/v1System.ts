import type { PersonCall } from './call';
import type { Answer } from './errors';
import { stableId } from './stableId';
import type { World } from './state';

/** `GET /wiki/rest/api/settings/systemInfo`; how `edition` spells plans is not documented. */
export function systemInfo({ world, origin }: PersonCall): Answer {
  const { cloudId, name } = world.site;
  const edition = editionOf(world);
  return {
    status: 200,
    body: {
      cloudId,
      commitHash: stableId('commit'),
      baseUrl: `${origin}/wiki`,
      ...(edition === undefined ? {} : { edition }),
      siteTitle: name,
    },
  };
}

function editionOf({ site, switches }: World): string | undefined {
  switch (switches.edition) {
    case 'plan':
      return site.plan.toUpperCase();
    case 'absent':
      return undefined;
    case 'other':
      return 'E7';
  }
}
