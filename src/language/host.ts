import { domainToUnicode } from 'node:url';
import { sentence, type Sentence } from '../document/sentence';
import { isLoopback } from '../document/site';

/** What a person should know of an address before a credential is sent there. */
export function aboutHost(origin: string): readonly Sentence[] {
  const { host, hostname } = new URL(origin);
  if (isLoopback(hostname)) {
    return [sentence('{host} is on this computer, like the sandbox site.', { host })];
  }
  return [
    ...(hostname.endsWith('.atlassian.net')
      ? []
      : [
          sentence('{host} is no address of Atlassian’s: those of sites end in .atlassian.net.', {
            host,
          }),
        ]),
    ...(/(^|\.)xn--/.test(hostname)
      ? [
          sentence(
            'In the letters of its language the name is {name}, which may look like another.',
            {
              name: domainToUnicode(hostname),
            },
          ),
        ]
      : []),
  ];
}
