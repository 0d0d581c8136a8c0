import { sentence, type Sentence } from '../../document/sentence';
import type { Person } from '../../sync/model';
import { fact, type Line } from './lines';

/** Somebody of the site who has no entry in the file. */
export function personFacts(person: Person): readonly Line[] {
  return [
    ...fact(sentence('Name on the site'), person.name),
    ...fact(sentence('Address'), person.email),
    ...fact(sentence('Account'), kindWords(person)),
  ];
}

function kindWords({ kind, state }: Person): Sentence {
  if (state === 'inactive') return sentence('a deactivated account');
  switch (kind) {
    case 'user':
      return sentence('a Confluence user');
    case 'guest':
      return sentence('a guest');
    case 'none':
      return sentence('an account without Confluence');
    case 'unknown':
      return sentence('an account of which nothing more was read');
  }
}
