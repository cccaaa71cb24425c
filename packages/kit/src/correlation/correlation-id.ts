import type { Entropy } from "./entropy.ts";

/** Name of the header; Node gives it in lowercase. */
export const CORRELATION_HEADER = "x-correlation-id";

export const CORRELATION_ID_CHARS_MAX = 128;

const SHAPE = /^[A-Za-z0-9._:-]{1,128}$/;
/** Crockford's base 32, whose order is that of the characters' codes. */
const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const TIME_DIGITS = 10;
const RANDOM_BYTES = 16;
const INSTANT_MS_MAX = 2 ** 48 - 1;

/** Why the caller's own id was not taken. */
export type CorrelationRefusal = "empty" | "several" | "too-long" | "characters";

export interface Correlation {
  readonly id: string;
  /** Null when the caller gave no id or its id was taken; else a new id was made and the caller is to be told. */
  readonly refused: CorrelationRefusal | null;
}

/** Whether a text may be a correlation id: 1 to 128 characters of `A-Z a-z 0-9 . _ : -`. */
export function isCorrelationId(text: string): boolean {
  return SHAPE.test(text);
}

/**
 * A new id: `req_` and 26 digits of Crockford's base 32, 10 for the millisecond and 16 random ones, so that ids sort by
 * time. The form is that of a ULID (github.com/ulid/spec).
 *
 * @param nowMs milliseconds since 1970; cut to what 48 bits hold
 * @param entropy asked for 16 bytes, of each of which 5 bits are used
 */
export function newCorrelationId(nowMs: number, entropy: Entropy): string {
  let left = Number.isFinite(nowMs) ? Math.min(INSTANT_MS_MAX, Math.max(0, Math.floor(nowMs))) : 0;
  let time = "";
  for (let digit = 0; digit < TIME_DIGITS; digit += 1) {
    time = DIGITS.charAt(left % 32) + time;
    left = Math.floor(left / 32);
  }
  const bytes = entropy(RANDOM_BYTES);
  if (bytes.length !== RANDOM_BYTES) throw new RangeError(`the source of randomness gave ${bytes.length} bytes`);
  let random = "";
  for (const byte of bytes) random += DIGITS.charAt(byte & 31);
  return `req_${time}${random}`;
}

/**
 * The caller's id where it is one, else a new one, with the reason for which the caller's was refused.
 *
 * @param header all values of `X-Correlation-ID`, as Node gives them
 * @example
 * correlate("order-17", () => newCorrelationId(nowMs, randomBytes)); // { id: "order-17", refused: null }
 * correlate("two\nlines", () => "req_1"); // { id: "req_1", refused: "characters" }
 */
export function correlate(header: string | readonly string[] | undefined, make: () => string): Correlation {
  if (header === undefined) return { id: make(), refused: null };
  if (typeof header !== "string") {
    return header.length > 1 ? { id: make(), refused: "several" } : correlate(header[0], make);
  }
  if (SHAPE.test(header)) return { id: header, refused: null };
  return { id: make(), refused: refusalOf(header) };
}

function refusalOf(header: string): CorrelationRefusal {
  if (header === "") return "empty";
  return header.length > CORRELATION_ID_CHARS_MAX ? "too-long" : "characters";
}
