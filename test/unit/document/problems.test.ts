import assert from 'node:assert/strict';
import type { Problem, ProblemCode, Severity } from '../../../src/document/model';
import { once } from '../../../src/document/once';
import { parse } from '../../../src/document/parse';
import { problemsOf } from '../../support/problems';
import { head, sample, today } from '../../support/samples';
import { entries } from './cases/entries';
import { files } from './cases/files';
import { guests } from './cases/guests';
import { pages } from './cases/pages';
import { sections } from './cases/sections';
import { sites } from './cases/sites';

const belowHead = { entries, sections, guests, pages };

describe('a problem of', () => {
  for (const [group, table] of Object.entries(belowHead))
    describe(group, () => {
      for (const [name, text, ...expected] of table)
        it(name, () => {
          assert.deepEqual(problemsOf(head + text), expected);
        });
    });
  describe('the file', () => {
    for (const [name, text, ...expected] of files)
      it(name, () => {
        assert.deepEqual(problemsOf(text), expected);
      });
  });
  describe('the site', () => {
    for (const [name, site, ...expected] of sites)
      it(name, () => {
        assert.deepEqual(problemsOf(`version: 1\nsite: ${site}`), expected);
      });
  });
  it('nothing in the sample', () => {
    assert.deepEqual(problemsOf(sample), []);
  });
});

describe('the severity of a problem', () => {
  const milder: Partial<Record<ProblemCode, Severity>> = {
    expired: 'info',
    expiring: 'warning',
    repeatedPrincipal: 'info',
    noStaff: 'warning',
    guestOnNoPage: 'info',
    revokedOnPage: 'warning',
  };
  it('is error, except where the sync can do as the file says', () => {
    const found = allProblems().filter(({ code }) => code !== 'syntax');
    for (const { code, severity } of found) assert.equal(severity, milder[code] ?? 'error', code);
  });
});

describe('the tables above', () => {
  // A record, so that a new code does not compile until it is here.
  const codes: Record<ProblemCode, true> = {
    syntax: true,
    tooLarge: true,
    tooDeep: true,
    tooManyAliases: true,
    notAMapping: true,
    missingKey: true,
    unknownKey: true,
    duplicateKey: true,
    wrongType: true,
    invalidValue: true,
    unsupportedVersion: true,
    invalidSite: true,
    invalidEmail: true,
    invalidDate: true,
    invalidPage: true,
    invalidPrincipal: true,
    repeatedPrincipal: true,
    duplicateGuest: true,
    tooManySpaces: true,
    spaceNotOwned: true,
    unknownTeam: true,
    unknownGuest: true,
    internalGuest: true,
    expired: true,
    expiring: true,
    duplicatePage: true,
    noStaff: true,
    viewerEdits: true,
    pageOutsideSpaces: true,
    guestOutsidePageSpace: true,
    guestOnNoPage: true,
    revokedOnPage: true,
  };
  it('produce every code', () => {
    assert.deepEqual(
      [...new Set(allProblems().map(({ code }) => code))].sort(),
      Object.keys(codes).sort(),
    );
  });
});

const allProblems = once((): readonly Problem[] => {
  const texts = [
    ...Object.values(belowHead)
      .flat()
      .map(([, text]) => head + text),
    ...files.map(([, text]) => text),
    ...sites.map(([, site]) => `version: 1\nsite: ${site}`),
  ];
  return texts.flatMap((text) => parse(text, today).problems);
});
