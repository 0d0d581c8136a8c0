import { ConfluenceError, type ErrorKind, type FailureCode } from '../sync/error';
import type { Call } from './call';
import type { Channel } from './channel';
import { clean } from './clean';
import { readEnvelope, type Envelope } from './envelope';
import { recognize } from './knownMessages';
import { readRetryAfter } from './retryAfter';
import type { Received } from './runtime';

interface Finding {
  readonly kind: ErrorKind;
  readonly code?: FailureCode;
  readonly sentence: string;
}

/** What is known of a call that failed. */
interface Case {
  readonly status: number;
  readonly envelope: Envelope;
  readonly channel: Channel;
  readonly call: Call;
  readonly retryAfter: number | undefined;
  /** Who answered. */
  readonly who: string;
  /** Atlassian's own words in brackets, cleaned; empty when there are none. */
  readonly said: string;
}

/** The one place where an answer that is not the one wanted becomes an error that names its remedy. */
export function failure(
  { status, headers }: Received,
  body: string,
  channel: Channel,
  call: Call,
): ConfluenceError {
  const envelope = readEnvelope(body, headers.get('content-type'));
  const retryAfter = readRetryAfter(headers, channel.runtime.now());
  const who = channel.service === 'organization' ? 'Atlassian' : 'Confluence';
  const words = clean(envelope.message, channel.secrets);
  const said = words === '' ? '' : ` (${who} says “${words}”)`;
  const { kind, code, sentence } =
    status < 200 || (status >= 300 && status < 400)
      ? explainRedirect(channel, headers.get('location') ?? '')
      : explain({ status, envelope, channel, call, retryAfter, who, said });
  return new ConfluenceError(kind, sentence, {
    status,
    ...(code === undefined ? {} : { code }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });
}

/** `fetch` may hide a redirect behind status 0. It is never followed: a credential stays where it was sent. */
function explainRedirect({ base, service }: Channel, location: string): Finding {
  if (/^https:\/\/id\.atlassian\.com\/|\/login\b/.test(location)) return notSignedIn(service);
  return {
    kind: 'shape',
    sentence: `${base} redirects to another address, which gets no credential: check the site's address.`,
  };
}

function explain(failed: Case): Finding {
  const { status, envelope, channel, call, who, said } = failed;
  if (status === 429) return tooMany(failed);
  if (status >= 500) {
    return {
      kind: 'server',
      sentence: `${who} failed with status ${status}: try again in a few minutes.`,
    };
  }
  if ((status === 401 || status === 403) && /scope|manage:org/i.test(envelope.message)) {
    return lacksScope(channel.service, call.scope);
  }
  if (status === 401) return notSignedIn(channel.service);
  if (envelope.form === 'html') return webPage(channel);
  const known = recognize(envelope.message);
  if (known) return known;
  switch (status) {
    case 402:
      return {
        kind: 'quota',
        sentence:
          'This needs a paid plan: guests come with Confluence Standard, Premium and Enterprise.',
      };
    case 403:
      return forbidden(failed);
    case 404:
      return notFound(failed);
    case 409:
      return conflict(failed);
    default:
      return {
        kind: 'invalid',
        sentence: `${who} did not accept the request about ${call.about}${said}: check what the file says there.`,
      };
  }
}

function notSignedIn(service: Channel['service']): Finding {
  const isKey = service === 'organization';
  return {
    kind: 'auth',
    code: isKey ? 'keyRefused' : 'tokenRefused',
    sentence: isKey
      ? 'Atlassian does not accept the organization admin key, which may have expired: create a new one at admin.atlassian.com and sign in again.'
      : 'Confluence does not accept the e-mail address and API token, which may have expired: create a new token at id.atlassian.com and sign in again.',
  };
}

function lacksScope(service: Channel['service'], scope: string): Finding {
  return {
    kind: 'scope',
    sentence:
      service === 'organization'
        ? `The organization admin key lacks the scope ${scope}: create a key without scopes at admin.atlassian.com and sign in again.`
        : `The API token lacks the scope ${scope}: create a token that has it and sign in again.`,
  };
}

function webPage({ base }: Channel): Finding {
  return {
    kind: 'shape',
    sentence: `${base} answered with a web page instead of data: check the site's address, and whether a proxy or a login page is in between.`,
  };
}

function forbidden({ channel, call, said }: Case): Finding {
  return {
    kind: 'forbidden',
    sentence:
      channel.service === 'organization'
        ? `The organization admin key may not do this${said}: check the organization's id, or ask an organization admin for a key.`
        : `Your account may not do this with ${call.about}${said}: ask an admin of the space or the site.`,
  };
}

/** The gateway's 404 is about the address of the call and says nothing about what it asks for. */
function notFound({ envelope, channel, call, who }: Case): Finding {
  if (envelope.form === 'gateway') {
    return {
      kind: 'shape',
      sentence: `Atlassian knows no such address (${clean(call.path, channel.secrets)}): check the site's address, and update Confluence Guests.`,
    };
  }
  return {
    kind: 'notFound',
    sentence: `${who} finds no ${call.about} that you may see: check the file, or ask an admin for access.`,
  };
}

/** The admin API's licence limit is ADMIN-UAM-409-3; an invitation's 409 has no other meaning. */
function conflict({ envelope: { codes, message }, call, said }: Case): Finding {
  const isLimit =
    codes.includes('ADMIN-UAM-409-3') ||
    call.path.endsWith('/users/invite') ||
    /licen[cs]e limit|user limit/i.test(message);
  return isLimit
    ? {
        kind: 'quota',
        sentence:
          'There is no free place for another guest on this site: remove guests, or ask a site admin for more places.',
      }
    : {
        kind: 'conflict',
        sentence: `The site is in a state that does not allow this for ${call.about}${said}: read it again and plan again.`,
      };
}

function tooMany({ who, retryAfter }: Case): Finding {
  const when =
    retryAfter === undefined ? 'in a few minutes' : `in ${Math.ceil(retryAfter / 1000)} seconds`;
  return {
    kind: 'rateLimited',
    code: 'tooManyRequests',
    sentence: `${who} received too many requests: try again ${when}.`,
  };
}
