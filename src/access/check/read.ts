import type { Document } from '../../document/model';
import type { AccessReader } from '../../sync/accessReader';
import { checkAccess } from './check';
import { probe, type ProbeOptions } from './probe';
import type { Report } from './report';

/**
 * Ask a site what the owner of the credentials can do there, by reading alone, and report it for a
 * file. What cannot be read is reported as not checked.
 */
export async function readAccess(
  document: Document,
  reader: AccessReader,
  options: ProbeOptions,
): Promise<Report> {
  return checkAccess(document, await probe(document, reader, options));
}
