// A process of its own for one thing that the extension does for the first time; it sends how long that
// keeps everything else waiting.
import { deeds } from './deeds';
import { writeFile } from './file';
import { createReader, open } from './opening';
import { longestStretch } from './stretch';

async function main([guests, pages, name = '']: readonly string[]): Promise<void> {
  const text = writeFile({ guests: Number(guests), pages: Number(pages) });
  const { read, end } = createReader();
  const deed = deeds[name];
  if (deed) {
    const file = await open(deed.spoil?.(text) ?? text, read, deed.isRead);
    // What was done to open the file is not this deed's to clear away.
    globalThis.gc?.();
    process.send?.(await longestStretch(() => deed.do(file)));
  } else process.send?.(await longestStretch(() => read(text)));
  end();
  process.disconnect();
}

void main(process.argv.slice(2));
