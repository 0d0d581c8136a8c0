import { organizationAddress, pageAddress, siteAddress } from '../access/webAddress';
import type { Span } from '../document/model';
import { fieldsOf, spanOf } from '../document/node';
import type { Sentence } from '../document/sentence';
import { sentence } from '../document/sentence';
import { readTree } from '../document/tree';
import { unquoted } from './mention';
import { sectionsIn } from './names';
import type { Source } from './source';

/** A place in the file that leads to one on the web. */
export interface Link {
  readonly span: Span;
  /** On the site of the file, or on Atlassian's own. */
  readonly address: string;
  readonly meaning: Sentence;
}

/** The site, the organization and the pages, as far as the file says soundly which they are. */
export function linksIn(source: Source): readonly Link[] {
  const { document, text } = source;
  const links: Link[] = [];
  if (document.site) {
    const { origin, span } = document.site;
    links.push({
      span: unquoted(text, span),
      address: siteAddress(origin),
      meaning: sentence('Open Confluence'),
    });
    for (const { id, idSpan } of document.pages ?? [])
      links.push({
        span: unquoted(text, idSpan),
        address: pageAddress(origin, id),
        meaning: sentence('Open the page in Confluence'),
      });
  }
  return [...links, ...organizationLink(source)];
}

function organizationLink(source: Source): readonly Link[] {
  const { organization } = source.document;
  const section = sectionsIn(source).find(({ name }) => name === 'organization');
  if (organization === undefined || !section) return [];
  const { start, end } = section.span;
  const [field] = fieldsOf(readTree(source.text.slice(start, end), start).root);
  if (!field?.node) return [];
  return [
    {
      span: unquoted(source.text, spanOf(field.node)),
      address: organizationAddress(organization),
      meaning: sentence('Open the administration of the organization'),
    },
  ];
}
