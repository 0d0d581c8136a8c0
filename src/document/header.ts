import type { Header } from './contents';
import { textOf } from './guest';
import type { Limits, Problem, Removals, Site } from './model';
import { defaultLimits } from './model';
import { spanOf, valueOf } from './node';
import { problem } from './problem';
import * as schema from './schema';
import { sentence } from './sentence';
import { readSite } from './site';
import type { Reading, Slot, Slots } from './slot';
import { readIfPresent } from './slot';

/** What is wrong if the file follows a version of the format that is not ours. */
export function foreignVersion({ node }: Slot): Problem | undefined {
  const version = valueOf(node);
  if (!node || typeof version !== 'number' || version === 1) return undefined;
  return problem(
    'unsupportedVersion',
    spanOf(node),
    sentence(
      'This file is version {version}; this extension understands version 1: update the extension.',
      { version },
    ),
  );
}

/** A part that is missing or wrong is left out. */
export function readHeader(slots: Slots, reading: Reading): Header {
  readIfPresent(schema.version, slots('version'), reading);
  const organization = readIfPresent(schema.organization, slots('organization'), reading);
  return {
    site: readSiteAt(slots('site'), reading),
    organization: textOf(organization),
    internalDomains: readDomains(slots('internalDomains'), reading),
    limits: readLimits(slots('limits'), reading),
  };
}

/** Where some are no domains, the others are domains of staff all the same. */
function readDomains(slot: Slot, reading: Reading): readonly string[] {
  readIfPresent(schema.internalDomains, slot, reading);
  const written = valueOf(slot.node);
  const domains = Array.isArray(written) ? written : [];
  return domains.flatMap((one) => schema.domain.safeParse(one).data?.toLowerCase() ?? []);
}

function readSiteAt(slot: Slot, reading: Reading): Site | undefined {
  const written = readIfPresent(schema.site, slot, reading);
  if (written === undefined || !slot.node) return undefined;
  const span = spanOf(slot.node);
  const result = readSite(written);
  if ('origin' in result) return { origin: result.origin, span };
  reading.problems.push(problem('invalidSite', span, result.refused));
  return undefined;
}

function readLimits(slot: Slot, reading: Reading): Limits {
  const { removals, ...written } = readIfPresent(schema.limits, slot, reading) ?? {};
  return {
    guestsPerPaidUser: written.guestsPerPaidUser ?? defaultLimits.guestsPerPaidUser,
    spacesPerGuest: written.spacesPerGuest ?? defaultLimits.spacesPerGuest,
    removals: removals === undefined ? defaultLimits.removals : readRemovals(removals),
  };
}

function readRemovals(written: string | number): Removals {
  return typeof written === 'number'
    ? { count: written }
    : { percent: Number(written.slice(0, -1)) };
}
