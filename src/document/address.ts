/** The form under which addresses are compared: without case and surrounding space. */
export function addressKey(email: string): string {
  return email.trim().toLowerCase();
}

/** The part behind the last `@`, in lower case. */
export function domainOf(email: string): string {
  return addressKey(email.slice(email.lastIndexOf('@') + 1));
}
