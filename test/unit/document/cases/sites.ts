import type { Case } from '../../../support/problems';

/** What stands behind `site:`. */
export const sites: readonly Case[] = [
  ['https', 'https://acme.atlassian.net'],
  ['a slash', 'https://acme.atlassian.net/'],
  ['capitals and a port', 'https://ACME.atlassian.net:8443'],
  ['the sandbox', 'http://127.0.0.1:8080'],
  ['loopback by name', 'http://localhost:8080'],
  ['loopback of IPv6', 'http://[::1]:8080'],
  ...[
    'http://acme.atlassian.net',
    'https://acme.atlassian.net/wiki',
    'https://acme.atlassian.net?x',
    'https://lee:pw@acme.atlassian.net',
    'acme.atlassian.net',
    'https://acme',
    'http://acme:8443/wiki',
    'ftp://acme.atlassian.net',
    'https://',
    'http://127.0.0.1.evil.example',
    'https://аcme.atlassian.net',
    'https://2130706433',
    'https:\\\\acme.atlassian.net',
  ].map((site): Case => [site, site, `invalidSite@${site}`]),
];
