/** Where people find a site, its spaces and its pages in a browser; `origin` is that of the site. */
export function siteAddress(origin: string): string {
  return `${origin}/wiki`;
}

export function spaceAddress(origin: string, key: string): string {
  return `${siteAddress(origin)}/spaces/${encodeURIComponent(key)}`;
}

export function pageAddress(origin: string, id: string): string {
  return `${siteAddress(origin)}/pages/viewpage.action?pageId=${encodeURIComponent(id)}`;
}

export function organizationAddress(id: string): string {
  return `https://admin.atlassian.com/o/${encodeURIComponent(id)}`;
}

/** The list of an organization's users; without its id the place where one chooses it. */
export function usersAddress(organization: string | undefined): string {
  return organization === undefined
    ? 'https://admin.atlassian.com'
    : `${organizationAddress(organization)}/users`;
}

/** An account in that list; its id stands at the end of the address there. */
export function accountAddress(
  organization: string | undefined,
  account: string | undefined,
): string {
  return organization === undefined || account === undefined
    ? usersAddress(organization)
    : `${usersAddress(organization)}/${encodeURIComponent(account)}`;
}
