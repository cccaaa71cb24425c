/**
 * The lines, from 1, on which the elements of an array begin that stands below some keys of a sound JSON object. The
 * text was read before; this only finds again what the JSON reader does not keep.
 *
 * @example
 * elementLines('{"a":{"b":[1,\n2]}}', ["a", "b"]); // [1, 2]
 */
export function elementLines(text: string, keys: readonly string[]): readonly number[] {
  const lines: number[] = [];
  /** What leads to the innermost open bracket: the key in an object, null in an array. */
  const path: (string | null)[] = [];
  let line = 1;
  let key: string | null = null;
  let beginsElement = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (character === "\n") line += 1;
    if (character === " " || character === "\n" || character === "\r" || character === "\t") continue;
    if (beginsElement && character !== "]") lines.push(line);
    beginsElement = false;
    switch (character) {
      case '"': {
        const end = endOfString(text, at);
        if (path.length <= keys.length) key = text.slice(at + 1, end);
        at = end;
        break;
      }
      case "{":
      case "[":
        path.push(key);
        key = null;
        beginsElement = character === "[" && isAt(path, keys);
        break;
      case "}":
      case "]":
        if (isAt(path, keys)) return lines;
        path.pop();
        key = null;
        break;
      case ",":
        key = null;
        beginsElement = isAt(path, keys);
        break;
      default:
    }
  }
  return lines;
}

/** The outermost bracket has no key. */
function isAt(path: readonly (string | null)[], keys: readonly string[]): boolean {
  return path.length === keys.length + 1 && keys.every((key, index) => path[index + 1] === key);
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}
