import { sentence } from '../../document/sentence';
import type { Known } from '../known';
import type { Place } from '../place';
import type { Form } from './form';
import type { Offer } from './offer';
import { asEntry, asValue, templates, wholeFile, type Template } from './templates';

/** Entries with tab stops, where entries fit, and a whole file where there is none yet. */
export function snippetsAt(name: string, place: Place, known: Known): readonly Offer[] {
  if (place.colon) return [];
  if (name === '') return topSnippets(place, known);
  const [section, item] = name.split(' ');
  const isEntry = item === '-' && place.kind === 'item';
  if (item !== undefined && !isEntry) return [];
  return templates
    .filter((template) => template.section === section)
    .map((template) =>
      snippet(template, (form) =>
        place.kind === 'value'
          ? asValue(template, known, form, place.ownLine)
          : asEntry(template, known, form),
      ),
    );
}

function topSnippets({ siblings, flow, ownLine }: Place, known: Known): readonly Offer[] {
  const file = { label: 'file', detail: sentence('a whole file') };
  const isEmpty = siblings.length === 0 && ownLine && !flow;
  return [
    ...(isEmpty ? [snippet(file, ({ column }) => wholeFile(known, column))] : []),
    ...templates
      .filter(({ section }) => !siblings.includes(section))
      .map((template) =>
        snippet(template, (form) => {
          const value = asValue(template, known, form, false);
          return `${template.section}:${form.flow ? ' ' : ''}${value}`;
        }),
      ),
  ];
}

function snippet(
  { label, detail }: Pick<Template, 'label' | 'detail'>,
  write: (form: Form) => string,
): Offer {
  return {
    kind: 'snippet',
    ...{ label, detail: () => detail },
    write: (form) => ({ text: write(form), isSnippet: true }),
  };
}
