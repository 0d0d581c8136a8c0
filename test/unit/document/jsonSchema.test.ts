import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { parse as parseYaml } from 'yaml';
import { jsonSchema } from '../../../src/document/jsonSchema';
import { keys } from '../../../src/document/keys';
import { head, sample } from '../../support/samples';

const ajv = new Ajv({ allErrors: true });
addFormats(ajv);
const validate = ajv.compile(jsonSchema());
const accepts = (text: string) => validate(parseYaml(text));

describe('the JSON schema', () => {
  it('in media is the one that the code makes', () => {
    const file = path.resolve('media', 'collaborators.schema.json');
    assert.deepEqual(
      JSON.parse(readFileSync(file, 'utf8')),
      JSON.parse(JSON.stringify(jsonSchema())),
    );
  });
  it('accepts the sample', () => {
    assert.ok(accepts(sample), ajv.errorsText(validate.errors));
  });
  it('says what every key means', () => {
    const text = JSON.stringify(jsonSchema());
    for (const { meaning } of Object.values(keys))
      assert.ok(text.includes(JSON.stringify(meaning)), meaning);
  });
  for (const mistake of [
    'guests: [{ email: a@b.example, space: DOCS, expirse: 2027-01-01 }]',
    'guests: [{ email: a@b.example }]',
    'guests: [{ email: ana, space: DOCS }]',
    'guests: [{ email: a@b.example, space: DOCS, access: no }]',
    'guests: [{ email: a@b.example, space: DOCS, expires: 2027-02-30 }]',
    'guests:',
    'pages: [{ page: 1, view: }]',
    'limits: { removals: 101% }',
    'version: 2',
    'guest: []',
  ])
    it(`rejects ${mistake}`, () => {
      assert.ok(accepts(head), 'the head alone');
      assert.ok(!validate({ ...parseYaml(head), ...parseYaml(mistake) }));
    });
});
