import assert from 'node:assert/strict';
import { never, simulate, type Answer } from './site';

describe('an answer in another form', () => {
  const rows: [name: string, answer: Answer, place: string][] = [
    ['no JSON', { body: '{"accountId": "lee"' }, 'since it is not JSON'],
    ['nothing at all', { body: '' }, 'since it is not JSON'],
    ['a list', { body: [] }, 'as a whole'],
    ['another type', { body: { accountId: 7 } }, 'at accountId'],
  ];
  for (const [name, answer, place] of rows) {
    it(`is refused: ${name}`, async () => {
      await assert.rejects(
        simulate(() => answer)
          .connect()
          .reader.caller(never),
        {
          kind: 'shape',
          message: `Atlassian's answer about account of this token is not as documented ${place} (GET /wiki/rest/api/user/current): update Confluence Guests, or report this if it is the newest.`,
        },
      );
    });
  }

  it('is refused when it is a web page with status 200', async () => {
    const site = simulate(() => ({
      body: '<html>log in</html>',
      headers: { 'content-type': 'text/html' },
    }));
    await assert.rejects(site.connect().reader.caller(never), {
      kind: 'shape',
      message:
        "https://acme.atlassian.net answered with a web page instead of data: check the site's address, and whether a proxy or a login page is in between.",
    });
  });
});
