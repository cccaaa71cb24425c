import { withoutByteOrderMark } from "../../reading/utf8.ts";
import { JsonCursor } from "./cursor.ts";
import { JsonFault } from "./fault.ts";

const LEVELS_MAX = 3;

/** Stands in a path for an item of an array. */
export const ITEM = "";

/**
 * Whether the beginning of a JSON document, cut off anywhere, has a key in its first three levels by which a format
 * is known.
 *
 * @param isSign given the keys down to it, `ITEM` for the items of an array
 * @example
 * headHas(Buffer.from('{"meta": {"branch_coverage": fa'), ([first, second]) => second === "branch_coverage"); // true
 */
export function headHas(head: Uint8Array, isSign: (path: readonly string[]) => boolean): boolean {
  let isFound = false;
  const cursor = new JsonCursor(withoutByteOrderMark(head), "");
  const visit = (path: readonly string[]): void => {
    if (path.length > 0 && path.at(-1) !== ITEM && isSign(path)) {
      isFound = true;
      cursor.fail("found");
    }
    if (path.length < LEVELS_MAX && cursor.kind() === "object") cursor.object((key) => visit([...path, key]));
    else if (path.length < LEVELS_MAX && cursor.kind() === "array") cursor.array(() => visit([...path, ITEM]));
    else cursor.skip();
  };
  try {
    if (cursor.kind() === "object") visit([]);
  } catch (thrown) {
    if (!(thrown instanceof JsonFault)) throw thrown;
  }
  return isFound;
}
