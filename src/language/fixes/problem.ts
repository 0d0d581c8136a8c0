import { losesComment } from '../../document/edit/comment';
import type { Problem, ProblemCode } from '../../document/model';
import type { Known } from '../known';
import { invalidPage, invalidSite } from './address';
import { invalidValue } from './choice';
import { invalidEmail } from './email';
import { expired, expiring, invalidDate } from './expiry';
import type { Asked, Fix } from './fix';
import { offered } from './fix';
import { duplicateGuest, internalGuest, spaceNotOwned, tooManySpaces } from './guest';
import { duplicateKey, missingKey, unknownKey } from './key';
import { repeatedPrincipal } from './listed';
import { leavingNoMore } from './mistakes';
import { unknownGuest, unknownTeam } from './names';
import { duplicatePage, noStaff, pageOutsideSpaces } from './page';
import { invalidPrincipal } from './principal';
import { guestOutsidePageSpace, revokedOnPage, viewerEdits } from './sharing';
import { syntax } from './syntax';
import { wrongType } from './type';

/**
 * The repairs of a problem that the text has; `known` is of this very text. What one of them leaves
 * parses at least as well.
 */
export function fixesFor(text: string, problem: Problem, known: Known): readonly Fix[] {
  return leavingNoMore(text, repairsFor(text, problem, known), known);
}

/** The same without a look at what they leave. */
export function repairsFor(text: string, problem: Problem, known: Known): readonly Fix[] {
  return offered(
    repairs[problem.code]({ text, problem, known }).map((one) =>
      losesComment(text, one.edits) ? { ...one, preferred: false, safe: false } : one,
    ),
  );
}

const none = (): readonly Fix[] => [];

const repairs: Readonly<Record<ProblemCode, (asked: Asked) => readonly Fix[]>> = {
  syntax,
  tooLarge: none,
  tooDeep: none,
  tooManyAliases: none,
  notAMapping: none,
  missingKey,
  unknownKey,
  duplicateKey,
  wrongType,
  invalidValue,
  unsupportedVersion: none,
  invalidSite,
  invalidEmail,
  invalidDate,
  invalidPage,
  invalidPrincipal,
  repeatedPrincipal,
  duplicateGuest,
  tooManySpaces,
  spaceNotOwned,
  unknownTeam,
  unknownGuest,
  internalGuest,
  expired,
  expiring,
  duplicatePage,
  noStaff,
  viewerEdits,
  pageOutsideSpaces,
  guestOutsidePageSpace,
  guestOnNoPage: none,
  revokedOnPage,
};
