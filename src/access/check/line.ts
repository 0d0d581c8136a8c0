import type { Span } from '../../document/model';
import { sentence, type Sentence } from '../../document/sentence';
import type { Finding, Line, Topic } from './report';

/** A line of the report. `about` names the space or page, where there are several. */
export function lineOf(
  topic: Topic,
  finding: Finding,
  { name, span }: { readonly name?: string; readonly span?: Span | undefined } = {},
): Line {
  return {
    ...wordsFor(topic, name ?? ''),
    ...finding,
    id: name === undefined ? topic : `${topic}:${name}`,
    topic,
    span,
  };
}

/** What a line is about, and how it is found out. */
function wordsFor(
  topic: Topic,
  name: string,
): { readonly title: Sentence; readonly how: Sentence } {
  switch (topic) {
    case 'invite':
      return {
        title: sentence('Inviting guests'),
        how: sentence('Worked out from the lines below; nobody was invited to try it'),
      };
    case 'token':
      return { title: sentence('API token'), how: askedWho };
    case 'confluence':
      return { title: sentence('Access to Confluence'), how: askedWho };
    case 'confluenceAdmin':
      return { title: sentence('Administering Confluence'), how: askedWho };
    case 'key':
      return { title: sentence('Organization admin key'), how: askedOrganization };
    case 'organizationAdmin':
      return { title: sentence('Organization admin'), how: askedOrganization };
    case 'organizationId':
      return { title: sentence('Organization id'), how: askedOrganization };
    case 'siteInOrganization':
      return { title: sentence('Site in the organization'), how: askedApps };
    case 'plan':
      return {
        title: sentence('Plan with guests'),
        how: sentence('Asked Confluence for its edition and the organization for its apps'),
      };
    case 'seats':
      return { title: sentence('Paid seats'), how: counted };
    case 'guests':
      return { title: sentence('Free guests'), how: counted };
    case 'userLimit':
      return { title: sentence('User limit of the site'), how: askedApps };
    case 'permissionModel':
      return {
        title: sentence('Permission model'),
        how: sentence('Asked Confluence for its space role mode'),
      };
    case 'readSpace':
      return {
        title: sentence('Space {name}: see it', { name }),
        how: sentence('Asked Confluence for the space'),
      };
    case 'assignGuests':
      return { title: sentence('Space {name}: give it to guests', { name }), how: askedSpace };
    case 'restrictPages':
      return { title: sentence('Space {name}: restrict pages', { name }), how: askedSpace };
    case 'restrictPage':
      return {
        title: sentence('Page {name}: restrict it', { name }),
        how: sentence('Asked Confluence what the account may do with the page'),
      };
  }
}

const askedWho = sentence('Asked Confluence whose token it is');
const askedOrganization = sentence('Asked Atlassian for the organization');
const askedApps = sentence('Asked the organization for its apps');
const askedSpace = sentence('Asked Confluence what the account may do in the space');
const counted = sentence(
  'The organization counted; people with this role on another app may be among them',
);
