// A process of its own for one thing that the extension does for the first time; it sends how long that
// keeps everything else waiting.
import { createOpening, deeds, opened } from './deeds';
import { writeFile } from './file';
import { longestStretch } from './stretch';

async function main([guests, pages, name = '']: readonly string[]): Promise<void> {
  const text = writeFile({ guests: Number(guests), pages: Number(pages) });
  const opening = createOpening();
  const deed = deeds[name];
  const written = deed?.spoil?.(text) ?? text;
  if (deed) {
    const file = opened(written, await opening.open(written), deed.isRead);
    process.send?.(await longestStretch(() => deed.do(file)));
  } else process.send?.(await longestStretch(() => opening.open(written)));
  opening.end();
  process.disconnect();
}

void main(process.argv.slice(2));
