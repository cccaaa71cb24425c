import { HoldpointError } from "../errors/holdpoint-error.ts";
import type { Json } from "../noun/json.ts";
import { decodeUtf8 } from "./decode.ts";
import { locateFault } from "./locate-fault.ts";
import { membersOf } from "./members.ts";
import { positionOf } from "./position.ts";
import { structureOf } from "./structure.ts";

export const JSON_SIZE_BYTES_MAX: number = 256 * 1024 * 1024;

export const JSON_DEPTH_MAX = 256;

export interface JsonReadOptions {
  /** Path as a person knows it; stands in every error. */
  readonly file: string;
  readonly sizeBytesMax?: number;
  /** Arrays and objects inside one another. */
  readonly depthMax?: number;
}

const BYTE_ORDER_MARK = "\uFEFF";
const SURROGATE_ESCAPE = /\\u[dD][89a-fA-F]/;

/**
 * Reads strict JSON (RFC 8259, I-JSON of RFC 7493): one value of valid UTF-8, no key twice, no lone surrogate, no
 * number that overflows. Exactly one leading byte order mark is skipped, which RFC 8259 section 8.1 allows.
 * `__proto__` is a key like any other. Integers beyond 2^53 lose digits as in `JSON.parse`.
 *
 * @throws HoldpointError `HP-READ-EMPTY`, `-TOO-LARGE`, `-ENCODING`, `-SYNTAX`, `-TRUNCATED`, `-DEPTH`,
 * `-DUPLICATE-KEY` or `-NOT-THE-FORMAT`, each with file, line and column (UTF-16 code units; bytes for `-ENCODING`
 * of what cannot be decoded)
 * @example
 * readJson('{"a":1}', { file: "report.json" }); // { a: 1 }
 */
export function readJson(input: string | Uint8Array, options: JsonReadOptions): Json {
  const { file, sizeBytesMax = JSON_SIZE_BYTES_MAX, depthMax = JSON_DEPTH_MAX } = options;
  // A text has at least as many UTF-8 bytes as code units, so its length is a lower bound that costs nothing.
  if (input.length > sizeBytesMax) {
    throw new HoldpointError("HP-READ-TOO-LARGE", `${input.length} bytes, at most ${sizeBytesMax} are read`, { file });
  }
  const text = textOf(input, file);
  const value = parse(text, depthMax);
  if (value !== undefined) return value;
  const fault = locateFault(text, depthMax);
  if (fault !== null) throw new HoldpointError(fault.code, fault.message, { file, ...positionOf(text, fault.offset) });
  return JSON.parse(text) as Json;
}

function textOf(input: string | Uint8Array, file: string): string {
  if (typeof input !== "string") return decodeUtf8(input, file);
  return input.startsWith(BYTE_ORDER_MARK) ? input.slice(1) : input;
}

/** The value by the engine's own parser; undefined where the text is, or may be, less than strict. */
function parse(text: string, depthMax: number): Json | undefined {
  const { members, depth } = structureOf(text, depthMax);
  if (depth > depthMax || SURROGATE_ESCAPE.test(text) || !text.isWellFormed()) return undefined;
  try {
    const value = JSON.parse(text) as Json;
    // A key that is written twice is one member of the value, but two of the text.
    return membersOf(value) === members ? value : undefined;
  } catch {
    return undefined;
  }
}
