import assert from 'node:assert/strict';
import { findOperation, type ApiDocument } from '../../contract/operation';
import type { Exchange } from '../../contract/record';
import { createValidator } from '../../contract/validate';

const document: ApiDocument = {
  name: 'small',
  prefix: '/api',
  content: {
    paths: {
      '/things/{id}': {
        post: {
          parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer', maximum: 10 } }],
          requestBody: {
            content: { 'application/json': { schema: { type: 'object', required: ['name'] } } },
          },
          responses: {
            200: {
              content: { 'application/json': { schema: { type: 'object', required: ['id'] } } },
            },
          },
        },
      },
    },
  },
};

const good: Exchange = {
  method: 'POST',
  url: 'http://127.0.0.1/api/things/7?limit=10',
  body: { name: 'a' },
  status: 200,
  answer: { id: 7 },
};

function check(changes: Partial<Exchange>): readonly string[] {
  const exchange = { ...good, ...changes };
  const matched = findOperation([document], exchange.method, new URL(exchange.url).pathname);
  if (!matched) return ['unknown'];
  const validator = createValidator([document]);
  return [...validator.request(exchange, matched), ...(validator.answer(exchange, matched) ?? [])];
}

describe('the contract check', () => {
  const cases: readonly (readonly [string, Partial<Exchange>, number])[] = [
    ['accepts what is documented', {}, 0],
    ['refuses an unknown path', { url: 'http://127.0.0.1/api/others/7' }, 1],
    ['refuses an unknown method', { method: 'GET' }, 1],
    ['refuses an unknown query parameter', { url: 'http://127.0.0.1/api/things/7?size=1' }, 1],
    ['refuses a query value out of range', { url: 'http://127.0.0.1/api/things/7?limit=11' }, 1],
    ['refuses a body without a required property', { body: {} }, 1],
    ['refuses a missing body', { body: undefined }, 1],
    ['refuses an undocumented status', { status: 418 }, 1],
    ['lets every call be refused', { status: 401, answer: 'no' }, 0],
    ['refuses an answer without a required property', { answer: {} }, 1],
  ];
  for (const [name, changes, complaints] of cases) {
    it(name, () => {
      assert.equal(check(changes).length, complaints, check(changes).join('; '));
    });
  }
});
