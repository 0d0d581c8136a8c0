/**
 * Signing in and renewing what one has signed in with, as the entry of a bundle of its own: the editor
 * loads it when somebody does so.
 */
export { chooseSite } from './editor/chooseSite';
export { renew } from './editor/renew';
export { signIn } from './editor/signIn';
