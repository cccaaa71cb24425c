import { isUtf8 } from "node:buffer";
import type { Json } from "@holdpoint/core";
import { HoldpointError, isHoldpointError, readJson } from "@holdpoint/core";

export const BODY_SIZE_BYTES_MAX = 1_048_576;
export const BODY_DEPTH_MAX = 64;

const NAME = "the body";
/** `__proto__`, each letter maybe written as an escape. */
const MAYBE_PROTO = /__proto__|\\u00/i;

/**
 * Reads a body of JSON strictly: valid UTF-8, no key twice, no lone surrogate, at most 64 levels, no key `__proto__`.
 *
 * @throws HoldpointError `HP-GATEWAY-BODY` with line and column where they are known
 */
export function readJsonBody(bytes: Buffer): Json {
  if (!isUtf8(bytes)) throw new HoldpointError("HP-GATEWAY-BODY", "the body is not valid UTF-8");
  const text = bytes.toString("utf8");
  const value = strict(text);
  if (MAYBE_PROTO.test(text) && hasProto(value)) {
    throw new HoldpointError("HP-GATEWAY-BODY", "the key '__proto__' is not taken");
  }
  return value;
}

function strict(text: string): Json {
  try {
    return readJson(text, { file: NAME, sizeBytesMax: BODY_SIZE_BYTES_MAX, depthMax: BODY_DEPTH_MAX });
  } catch (thrown) {
    if (!isHoldpointError(thrown)) throw thrown;
    const { line, column } = thrown.place;
    const place = { ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
    const detail = thrown.message.replace("the file", NAME);
    throw new HoldpointError("HP-GATEWAY-BODY", detail, place, thrown);
  }
}

function hasProto(value: Json): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Object.hasOwn(value, "__proto__")) return true;
  return Object.values(value).some((member: Json) => hasProto(member));
}
