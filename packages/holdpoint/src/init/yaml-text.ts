const PLAIN = /^[A-Za-z][A-Za-z0-9./_-]*$/;
/** Words that YAML 1.1 or 1.2 readers take for something else than a string. */
const RESERVED = /^(true|false|null|yes|no|on|off|y|n)$/i;

/** A string as a YAML scalar that means the same inside and outside of brackets. */
export function scalar(text: string): string {
  return PLAIN.test(text) && !RESERVED.test(text) ? text : JSON.stringify(text);
}

const COLUMNS_MAX = 100;

/** `key: [a, b]` on one line where it fits, else an item a line. */
export function list(key: string, items: readonly string[], indent: string): string[] {
  const oneLine = `${indent}${key}: [${items.map(scalar).join(", ")}]`;
  if (oneLine.length <= COLUMNS_MAX) return [oneLine];
  return [`${indent}${key}:`, ...items.map((item) => `${indent}  - ${scalar(item)}`)];
}

/** Lines of a comment; line breaks inside the text begin new ones. */
export function comment(text: string, indent: string = ""): string[] {
  return text.split("\n").map((line) => `${indent}# ${line}`.trimEnd());
}
