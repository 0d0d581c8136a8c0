import { ConfluenceError } from '../sync/error';
import type { Received } from './runtime';

const megabytes = 16;

/**
 * The whole body as text.
 * @throws ConfluenceError `shape` above 16 MB, of which no more is read.
 */
export async function readBody({ body, status }: Received): Promise<string> {
  if (body === null) return '';
  const decoder = new TextDecoder();
  let size = 0;
  let text = '';
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > megabytes * 1024 * 1024) {
      throw new ConfluenceError(
        'shape',
        `The answer is larger than ${megabytes} MB, which none of Atlassian's is: check the site's address and your proxy.`,
        { status },
      );
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
