/**
 * What answers while somebody edits a file, as the entry of a bundle of its own: the editor loads it
 * at the first completion, hover or the like, and starts without it.
 */
export { placeAt } from './language/place';
