import { diffPath, quoteEnd } from "./diff-path.ts";

const QUOTE = 0x22;
const SPACE = 0x20;

/**
 * The path in `a/PATH b/PATH`, where both are the same; null where they differ, which other headers then tell.
 * Nothing but their sameness says where an unquoted path with blanks ends.
 */
export function samePath(header: Buffer): string | null {
  const middle = header[0] === QUOTE ? quoteEnd(header) + 1 : (header.length - 1) / 2;
  if (middle < 1 || !Number.isInteger(middle) || header[middle] !== SPACE) return null;
  const [a, b] = [diffPath(header.subarray(0, middle)), diffPath(header.subarray(middle + 1))];
  const isSame = a !== null && b !== null && a.startsWith("a/") && b.startsWith("b/") && a.slice(2) === b.slice(2);
  return isSame ? a.slice(2) : null;
}
