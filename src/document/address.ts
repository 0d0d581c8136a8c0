import { domainToASCII } from 'node:url';

/**
 * The form under which addresses are compared: without case and surrounding space, in Unicode's
 * composed form, and with the domain as the network writes it (`xn--…`).
 */
export function addressKey(email: string): string {
  const trimmed = email.trim();
  if (plain.test(trimmed)) return trimmed.toLowerCase();
  const address = trimmed.normalize('NFC').toLowerCase();
  const at = address.lastIndexOf('@') + 1;
  return address.slice(0, at) + (domainToASCII(address.slice(at)) || address.slice(at));
}

/** Almost every address; the others are worth the conversion. */
const plain = /^[ -~]*$/;

/** The part behind the last `@`, in lower case. */
export function domainOf(email: string): string {
  return addressKey(email.slice(email.lastIndexOf('@') + 1));
}
