import { readPageAddress } from '../document/pageAddress';

/** The ID or address of a page in what was written with something missing or too much; `undefined` for no such thing. */
export function pageMeant(written: string, origin: string | undefined): string | undefined {
  const text = written.trim().replace(/^<|>$/g, '');
  const [, id] =
    /^(?:#|id[:= ]\s*|page[:= ]?\s*|\/?.*[?&]?pageId=)?(\d[\d \u00a0]*)$/i.exec(text) ?? [];
  const digits = id?.replace(/\D/g, '');
  const host = origin === undefined ? undefined : new URL(origin).host;
  const forms = [
    text,
    digits,
    host !== undefined && text.toLowerCase().startsWith(`${host}/`) ? `https://${text}` : undefined,
    origin !== undefined && /^\/?(?:wiki|spaces)\//.test(text)
      ? `${origin}/${text.replace(/^\//, '').replace(/^(?!wiki\/)/, 'wiki/')}`
      : undefined,
  ];
  return forms.find((form) => form && form !== written && 'id' in readPageAddress(form));
}
