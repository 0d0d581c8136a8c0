/**
 * Everything that talks to a site, as the entry of a bundle of its own: the editor loads it when the
 * first command needs a site, and starts without it.
 */
export { connect, findCloudId } from './confluence/connection';
export { journalFile, journalPath } from './storage/journalFile';
export { apply, preview } from './sync/apply';
export { history } from './sync/history';
export { historyOfGuest, historyText } from './sync/historyText';
export { remember } from './sync/journal';
export { makePlan } from './sync/plan';
export { resendInvitation } from './sync/resend';
export { lastSync, undoPlanner } from './sync/undo';
