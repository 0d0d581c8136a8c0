import { sentence, type Sentence } from '../../document/sentence';
import type { ConfluenceError } from '../../sync/error';

/** Why nothing more was asked with the API token, told once in full where it is about the token. */
export function tokenReason({ kind, message }: ConfluenceError): Sentence {
  switch (kind) {
    case 'auth':
      return sentence('The API token is not accepted.');
    case 'forbidden':
      return sentence('The account may not use Confluence.');
    default:
      return sentence('{why}', { why: message });
  }
}

/** Why nothing more was asked with the organization admin key. */
export function keyReason({ kind, message }: ConfluenceError): Sentence {
  switch (kind) {
    case 'auth':
      return sentence('The organization admin key is not accepted.');
    case 'forbidden':
      return sentence('The key is not one of an organization admin.');
    case 'notFound':
      return sentence('The organization was not found.');
    default:
      return sentence('{why}', { why: message });
  }
}
