import { HoldpointError } from "@holdpoint/core";

export const IDEMPOTENCY_KEY_CHARS_MAX = 255;

/** A string of RFC 9651: printable ASCII in quotes, `"` and `\` written with a `\`. */
const QUOTED = /^"((?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"$/;
const ESCAPE = /\\(["\\])/g;
/** Without a comma, which is how several headers are joined; a first quote begins the other form. */
const BARE = /^[\x21\x23-\x2b\x2d-\x7e](?:[\x20-\x2b\x2d-\x7e]*[\x21-\x2b\x2d-\x7e])?$/;

/**
 * Reads `Idempotency-Key`: a string in quotes, as draft-ietf-httpapi-idempotency-key-header has it, or the bare key
 * that most clients send. Both forms of the same characters are the same key. Null when there is no header.
 *
 * @throws HoldpointError `HP-GATEWAY-HEADER` for an empty key, one of more than 255 characters, other characters than
 * printable ASCII, and several headers
 * @example
 * readIdempotencyKey('"order-17"'); // "order-17"
 */
export function readIdempotencyKey(header: string | undefined): string | null {
  if (header === undefined) return null;
  const quoted = QUOTED.exec(header)?.[1];
  const key = quoted === undefined ? bareKey(header) : quoted.replace(ESCAPE, "$1");
  if (key.length >= 1 && key.length <= IDEMPOTENCY_KEY_CHARS_MAX) return key;
  throw refused(key === "" ? "it is empty" : `it has more than ${IDEMPOTENCY_KEY_CHARS_MAX} characters`);
}

function bareKey(header: string): string {
  if (header === "" || BARE.test(header)) return header;
  if (header.includes(",")) throw refused("several keys, or a comma outside of quotes");
  throw refused("only printable ASCII characters may stand in it, a quoted one ends with its quote");
}

function refused(detail: string): HoldpointError {
  return new HoldpointError("HP-GATEWAY-HEADER", `Idempotency-Key: ${detail}`);
}
