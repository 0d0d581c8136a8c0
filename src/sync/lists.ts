import type { Group, Looked, Person, SpaceInfo, SpaceRole } from './model';

/** What a site offers to choose from, as far as it could be read. */
export interface SiteLists {
  readonly origin: string;
  /** When the reading ended, ISO 8601 in UTC. */
  readonly readAt: string;
  readonly spaces: Looked<readonly SpaceInfo[]>;
  readonly groups: Looked<readonly Group[]>;
  /** Empty unless the site has space roles. */
  readonly roles: Looked<readonly SpaceRole[]>;
  /** Everybody with the Guest role; only an organization admin key can tell. */
  readonly guests: Looked<readonly Person[]>;
  /** Of the spaces that were asked about. */
  readonly pages: Looked<readonly PageTitle[]>;
}

export interface PageTitle {
  readonly id: string;
  readonly title: string;
  readonly spaceKey: string;
}
