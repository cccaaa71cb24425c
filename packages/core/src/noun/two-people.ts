/**
 * Whether two names are of two people: one who writes their name in two ways is still one, and nobody is none.
 *
 * @example
 * isTwoPeople("Ada", " ADA"); // false
 */
export function isTwoPeople(owner: string, approver: string): boolean {
  const [one, other] = [owner, approver].map((name) => name.normalize("NFKC").trim().toLowerCase());
  return one !== "" && other !== "" && one !== other;
}
