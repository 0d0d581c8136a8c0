import * as z from 'zod/mini';
import { sentence } from '../../document/sentence';
import { keyLines } from '../hover/key';
import type { Place } from '../place';
import type { Form } from './form';
import { below, literalKey } from './form';
import type { Offer, Written } from './offer';
import type { Keys } from './slot';

/** The keys that a mapping does not have yet, those that it must have first. */
export function keyOffers(keys: Keys, { siblings, colon }: Place): readonly Offer[] {
  const names = Object.keys(keys).filter((name) => !siblings.includes(name));
  const isNeeded = (name: string): boolean => isRequired(keys, name);
  return [...names.filter(isNeeded), ...names.filter((name) => !isNeeded(name))].map((name) => ({
    kind: 'key',
    label: name,
    ...(isNeeded(name) && { detail: () => sentence('required') }),
    about: () => keyLines(name),
    write: (form) => (colon ? { text: literalKey(name, form) } : withValue(name, form)),
  }));
}

/** Whether the mapping has not all keys that it must have. */
export function lacksKey(keys: Keys, { siblings }: Place): boolean {
  return Object.keys(keys).some((name) => isRequired(keys, name) && !siblings.includes(name));
}

function isRequired(keys: Keys, name: string): boolean {
  return !(keys[name] instanceof z.ZodMiniOptional);
}

/** The key, its colon and the beginning of its value. */
function withValue(name: string, form: Form): Written {
  const key = literalKey(name, form);
  const goesOn = true;
  switch (name) {
    case 'version':
      return { text: `${key}: 1` };
    case 'ancestors':
      return { text: `${key}: grant` };
    case 'tree':
      return { text: `${key}: true` };
    case 'internalDomains':
    case 'view':
    case 'edit':
      return { text: `${key}: [$0]`, isSnippet: true, goesOn };
    case 'guests':
    case 'pages':
      return form.flow
        ? { text: `${key}: [$0]`, isSnippet: true, goesOn }
        : { text: `${key}:${below(form.column + 2, '- ')}`, goesOn };
    case 'limits':
    case 'spaces':
    case 'teams':
      return form.flow
        ? { text: `${key}: { $0 }`, isSnippet: true, goesOn }
        : { text: `${key}:${below(form.column + 2, '')}`, goesOn };
    default:
      return { text: `${key}: `, goesOn };
  }
}
