import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/document/edit';
import { sortGuests } from '../../../../src/document/edit/sort';
import { parse } from '../../../../src/document/parse';
import { today } from '../../../support/samples';

const rows: readonly (readonly [name: string, before: string, after: string])[] = [
  [
    'moves each with its comments, in the layout that it has',
    'guests: # all\n# C\n- {email: c@x.example} # c\n  # more of c\n\n- email:   B@x.example\n  space:   A\n- email: a@x.example\n\n\npages: []\n',
    'guests: # all\n- email: a@x.example\n\n- email:   B@x.example\n  space:   A\n# C\n- {email: c@x.example} # c\n  # more of c\n\n\npages: []\n',
  ],
  [
    'leaves headings where they are and sorts what stands below each',
    'guests:\n  # Partners\n\n  # Z\n  - email: z@x.example\n  - email: b@x.example\n\n  # Clients\n\n  - email: y@x.example\n  # A\n  - email: a@x.example\n',
    'guests:\n  # Partners\n\n  - email: b@x.example\n  # Z\n  - email: z@x.example\n\n  # Clients\n\n  # A\n  - email: a@x.example\n  - email: y@x.example\n',
  ],
  [
    'knows a heading by its drawn line',
    'guests:\n# == Partners ==\n# Z\n- email: z@x.example\n- email: b@x.example\n# with us\n# --- Clients\n- email: y@x.example\n- email: a@x.example\n',
    'guests:\n# == Partners ==\n- email: b@x.example\n# Z\n- email: z@x.example\n# with us\n# --- Clients\n- email: a@x.example\n- email: y@x.example\n',
  ],
  [
    'needs no line break at the end',
    'guests:\n- email: b@x.example\n- email: a@x.example',
    'guests:\n- email: a@x.example\n- email: b@x.example',
  ],
  [
    'keeps the order of entries with the same address',
    'guests:\n- { email: b@x.example }\n- { email: A@x.example, space: B }\n- { email: a@x.example, space: A }\n',
    'guests:\n- { email: A@x.example, space: B }\n- { email: a@x.example, space: A }\n- { email: b@x.example }\n',
  ],
  [
    'also works in brackets',
    'guests: [{ email: b@x.example }, { email: a@x.example }]\n',
    'guests: [{ email: a@x.example }, { email: b@x.example }]\n',
  ],
];

describe('sorting guests', () => {
  for (const [name, before, after] of rows)
    for (const lineBreak of ['\n', '\r\n'])
      it(`${name}, with ${JSON.stringify(lineBreak)}`, () => {
        const text = before.replaceAll('\n', lineBreak);
        const sorted = after.replaceAll('\n', lineBreak);
        assert.equal(applyEdits(text, sortGuests(text)), sorted);
        assert.equal(applyEdits(text, sortGuests(text, parse(text, today))), sorted);
      });

  for (const [name, text] of [
    ['they are in order', 'guests:\n- email: a@x.example\n- email: b@x.example\n'],
    ['one has no address', 'guests:\n- email: b@x.example\n- space: A\n- email: a@x.example\n'],
    ['one is no YAML', 'guests:\n- email: b@x.example\n- { email: a@x.example\n'],
    ['one repeats another', 'guests:\n- &b { email: b@x.example }\n- email: a@x.example\n- *b\n'],
    [
      'comments are between brackets',
      'guests: [{ email: b@x.example }, # b\n {email: a@x.example }]\n',
    ],
    ['there are none', 'version: 1\n'],
  ] as const)
    it(`changes nothing when ${name}`, () => {
      assert.deepEqual(sortGuests(text), []);
      assert.deepEqual(sortGuests(text, parse(text, today)), []);
    });
});
