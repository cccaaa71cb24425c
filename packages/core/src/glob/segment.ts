import { globError } from "./glob-error.ts";

/** One piece of a pattern between two slashes. Characters are Unicode code points. */
export type Token =
  | { readonly type: "literal"; readonly code: number }
  | { readonly type: "one" }
  | { readonly type: "many" }
  | { readonly type: "class"; readonly negated: boolean; readonly ranges: readonly (readonly [number, number])[] };

const ESCAPABLE = "\\*?[]{},!-^";

/** Reads the tokens of one segment; `pattern` is only named in errors. */
export function parseSegment(segment: string, pattern: string): Token[] {
  const letters = Array.from(segment);
  const tokens: Token[] = [];
  let at = 0;
  while (at < letters.length) {
    const letter = letters[at] ?? "";
    if (letter === "[") {
      const { token, next } = parseClass(letters, at, pattern);
      tokens.push(token);
      at = next;
      continue;
    }
    if (letter === "*") {
      if (tokens.at(-1)?.type === "many")
        throw globError(pattern, 0, "has ** that does not stand alone between slashes");
      tokens.push({ type: "many" });
    } else if (letter === "?") {
      tokens.push({ type: "one" });
    } else {
      if (letter === "\\") at += 1;
      tokens.push({ type: "literal", code: literal(letters, at, letter === "\\", pattern) });
    }
    at += 1;
  }
  return tokens;
}

function literal(letters: readonly string[], at: number, escaped: boolean, pattern: string): number {
  const letter = letters[at] ?? "";
  if (escaped && (letter === "" || !ESCAPABLE.includes(letter))) {
    throw globError(pattern, 0, "has a backslash before a character that needs none; folders are parted by /");
  }
  return letter.codePointAt(0) ?? 0;
}

function parseClass(letters: readonly string[], start: number, pattern: string): { token: Token; next: number } {
  const negated = letters[start + 1] === "!" || letters[start + 1] === "^";
  const ranges: (readonly [number, number])[] = [];
  let at = start + (negated ? 2 : 1);
  const first = at;
  const read = (): number => {
    const escaped = letters[at] === "\\";
    if (escaped) at += 1;
    const code = literal(letters, at, escaped, pattern);
    at += 1;
    return code;
  };
  while (at < letters.length && (letters[at] !== "]" || at === first)) {
    const low = read();
    const isRange = letters[at] === "-" && at + 1 < letters.length && letters[at + 1] !== "]";
    if (isRange) at += 1;
    const high = isRange ? read() : low;
    if (high < low) throw globError(pattern, 0, "has a range in [] that runs backwards");
    ranges.push([low, high]);
  }
  if (at >= letters.length) throw globError(pattern, 0, "has a [ without its ] in one name between slashes");
  return { token: { type: "class", negated, ranges }, next: at + 1 };
}

/**
 * Whether a segment of a path fits. Goes back to the last `*` only: at worst tokens × characters steps, so that no
 * pattern can make it slow.
 */
export function segmentFits(tokens: readonly Token[], codes: readonly number[]): boolean {
  let token = 0;
  let code = 0;
  let star = -1;
  let tried = 0;
  while (code < codes.length) {
    const wanted = tokens[token];
    if (wanted?.type === "many") {
      star = token;
      tried = code;
      token += 1;
    } else if (wanted !== undefined && fits(wanted, codes[code] ?? 0)) {
      token += 1;
      code += 1;
    } else if (star >= 0) {
      token = star + 1;
      tried += 1;
      code = tried;
    } else {
      return false;
    }
  }
  return tokens.slice(token).every(({ type }) => type === "many");
}

function fits(token: Token, code: number): boolean {
  if (token.type === "literal") return token.code === code;
  if (token.type !== "class") return token.type === "one";
  return token.ranges.some(([low, high]) => low <= code && code <= high) !== token.negated;
}
