import type { Json } from "@holdpoint/core";
import { readJson } from "@holdpoint/core";

const TEXT = '"(?:[^"\\\\\n]|\\\\.)*"';
const COMMENT = "//[^\\n]*|/\\*(?:[^*]|\\*(?!/))*\\*/";
/** A text, a comment, or a comma behind which nothing but a bracket comes. */
const PIECE = new RegExp(`${TEXT}|${COMMENT}|,(?=\\s*(?:(?:${COMMENT})\\s*)*[}\\]])`, "g");
const SIZE_CHARS_MAX = 262_144;

/**
 * JSON with comments and commas too many, as compilers' configurations have it.
 *
 * @throws HoldpointError as `readJson` does, with the position in the text as it is
 */
export function readJsonc(text: string, file: string): Json {
  const plain = text.length > SIZE_CHARS_MAX ? text : text.replaceAll(PIECE, blank);
  return readJson(plain, { file, sizeBytesMax: SIZE_CHARS_MAX, depthMax: 64 });
}

function blank(piece: string): string {
  return piece.startsWith('"') ? piece : piece.replaceAll(/[^\n]/g, " ");
}
