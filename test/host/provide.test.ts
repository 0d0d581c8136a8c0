import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parse } from '../../src/document/parse';
import { fileOf, type GuestFile } from '../../src/editor/file';
import { provide } from '../../src/editor/provide';
import { today } from '../support/samples';
import { closeAll, write } from './editor';

const text = 'version: 1\nsite: https://acme.atlassian.net\n';

describe('what is asked about a file that is still being read', () => {
  let token: vscode.CancellationTokenSource;

  beforeEach(() => {
    token = new vscode.CancellationTokenSource();
  });

  afterEach(closeAll);

  /** Where the site stands, if something happens while the file is read. */
  async function siteAfter(
    meanwhile: () => unknown,
    isFile = true,
  ): Promise<vscode.Range | undefined> {
    const { document } = await write(text);
    const file = fileOf(document.uri, text, document.version, parse(text, today));
    const current = async (): Promise<GuestFile | undefined> => {
      await meanwhile();
      return isFile ? file : undefined;
    };
    return provide({ current }, document, token.token, ({ document: { site } }, rangeOf) =>
      rangeOf(site?.span ?? assert.fail()),
    );
  }

  it('is answered when that is done', async () => {
    assert.deepEqual(await siteAfter(() => undefined), new vscode.Range(1, 6, 1, 32));
  });

  it('has no answer when nobody waits for it any more', async () => {
    const found = await siteAfter(() => {
      token.cancel();
    });
    assert.equal(found, undefined);
  });

  it('has no answer when the text has become another', async () => {
    assert.equal(await siteAfter(() => write(`# more\n${text}`)), undefined);
  });

  it('has no answer when the text becomes another while that is found', async () => {
    const { document } = await write(text);
    const file = fileOf(document.uri, text, document.version, parse(text, today));
    const found = await provide(
      { current: () => Promise.resolve(file) },
      document,
      token.token,
      () => write(`# more\n${text}`),
    );
    assert.equal(found, undefined);
  });

  it('has no answer when it is no file of guests', async () => {
    assert.equal(await siteAfter(() => undefined, false), undefined);
  });
});
