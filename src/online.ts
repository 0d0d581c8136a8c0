/**
 * Everything that talks to a site, as the entry of a bundle of its own: the editor loads it when the
 * first command needs a site, and starts without it.
 */
export { handoffText } from './access/handoffText';
export { readAccess } from './access/check/read';
export { reportText } from './access/check/text';
export { siteProblems } from './access/problems/siteProblems';
export { connect, findCloudId } from './confluence/connection';
export { journalFile, journalPath } from './storage/journalFile';
export { apply, preview } from './sync/apply';
export { driftIn } from './sync/drift';
export { history } from './sync/history';
export { historyOfGuest, historyText } from './sync/historyText';
export { remember } from './sync/journal';
export { makePlan } from './sync/plan';
export { planText, resultSummary, resultText } from './sync/print';
export { readLists } from './sync/readLists';
export { readContents } from './sync/import/contents';
export { draftOf } from './sync/import/draft';
export { mergeDraft } from './sync/import/merge';
export { draftText, summaryOf } from './sync/import/text';
export { resendInvitation } from './sync/resend';
export { describe } from './sync/step';
export { lastSync, undoPlanner } from './sync/undo';
