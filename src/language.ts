/**
 * What answers while somebody edits a file or looks at its trees, as the entry of a bundle of its own:
 * the editor loads it at the first completion, row or the like, and starts without it.
 */
export { guestDetails, pageDetails } from './access/detail';
export { guestRows } from './access/guestRows';
export { pageRows } from './access/pageRows';
export { revoke } from './document/edit/revoke';
export { placeAt } from './language/place';
export { complete } from './language/completion';
export { fixAll } from './language/fixes/all';
export { fixesForFinding } from './language/fixes/finding';
export { fixesFor } from './language/fixes/problem';
export { sortGuests } from './document/edit/sort';
export { addGuestSteps, refuseGuest, writeGuest } from './language/addGuest';
export { newFileSteps, siteOf, spacesOf } from './language/newFile';
export { givenAt, refuseShare, sharePageSteps, writeShare } from './language/sharePage';
export { starter } from './language/starter';
export { aboutHost, keySteps, termOf, tokenSteps } from './language/signIn';
export { canWrite, closedList } from './language/writing';
export { definitionsAt } from './language/definition';
export { foldsIn } from './language/folding';
export { linksIn } from './language/links';
export { occurrencesAt } from './language/references';
export { prepareRename, rename } from './language/rename';
export { selectionsAt } from './language/selection';
export { symbolsIn } from './language/symbols';
export { hoverAt } from './language/hover';
export { lensesFor, lensWords } from './language/lenses';
