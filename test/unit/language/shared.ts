/** A file in which names are written in every way. */
export const shared = `version: 1
site: https://acme.atlassian.net
organization: 6f1c0a2e
internalDomains: [acme.com]
spaces:
  DOCS: { manage: strict }
  "LAB": # for tests
teams:
  reviewers: [ana@partner.example, "Cho@client.example"]
guests:
  - email: Ana@partner.example
    name: Ana Díaz
    space: DOCS
    owner: lee@acme.com
  # who helps
  # with the tests
  - { email: cho@client.example, space: LAB }
pages:
  - page: 123456
    title: Partner API guide
    view: [team:reviewers, group:docs-team, 'user:lee@acme.com']
    edit: [ana@partner.example, user:712020:abc]
  - page: "https://acme.atlassian.net/wiki/spaces/DOCS/pages/77/Guide"
    view:
      - "team:reviewers"
      - group:docs-team
`;
