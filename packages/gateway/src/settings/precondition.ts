import { HoldpointError } from "@holdpoint/core";

const TAG = /^"[\x21\x23-\x7e]*"$/;

/**
 * Whether `If-Match` (RFC 9110 section 13.1.1) lets a change through: `*`, or a list with the strong tag in force. A
 * weak tag never does.
 *
 * @throws HoldpointError `HP-GATEWAY-PRECONDITION` when it does not
 */
export function assertIfMatch(ifMatch: string, etag: string): void {
  if (ifMatch.trim() === "*") return;
  const tags = ifMatch.split(",").map((tag) => tag.trim());
  if (tags.some((tag) => TAG.test(tag) && tag === etag)) return;
  throw new HoldpointError("HP-GATEWAY-PRECONDITION", `the configuration is ${etag} now`);
}
