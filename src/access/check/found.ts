import type {
  Account,
  OrganizationInfo,
  PageOperations,
  SiteInfo,
  Workspace,
} from '../../sync/accessReader';
import type { SpaceInfo, SpaceMode } from '../../sync/model';
import type { Asked } from './asked';

/** What a site and an organization have answered about one person's access. */
export interface Found {
  /** When the reading ended, ISO 8601 in UTC. */
  readonly readAt: string;
  readonly origin: string;
  readonly hasToken: boolean;
  readonly hasKey: boolean;
  readonly account: Asked<Account>;
  readonly site: Asked<SiteInfo>;
  readonly mode: Asked<SpaceMode>;
  /** The owned spaces, by key. */
  readonly spaces: ReadonlyMap<string, FoundSpace>;
  /** What may be done with each page of the file that is visible, by id. */
  readonly pages: Asked<ReadonlyMap<string, PageOperations>>;
  readonly organization: FoundOrganization;
}

export interface FoundSpace {
  /** `undefined`: not there, or not visible. */
  readonly space: Asked<SpaceInfo | undefined>;
  /** Such as `administer/space`. */
  readonly operations: Asked<readonly string[]>;
}

export interface FoundOrganization {
  /** The organizations of the key. */
  readonly listed: Asked<readonly OrganizationInfo[]>;
  /** The one that the file names. */
  readonly named: Asked<OrganizationInfo>;
  readonly workspaces: Asked<readonly Workspace[]>;
  /** This Confluence among them; `undefined` when it is not there. */
  readonly workspace: Asked<Workspace | undefined>;
  readonly users: Asked<number>;
  readonly guests: Asked<number>;
}
