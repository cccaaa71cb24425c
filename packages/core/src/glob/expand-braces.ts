import { globError } from "./glob-error.ts";

/** Patterns that one pattern with braces may stand for. */
export const GLOB_ALTERNATIVES_MAX = 256;

/** Braces inside one another. */
export const GLOB_BRACE_DEPTH_MAX = 8;

/** A pattern taken apart: text as it stands, and choices between patterns. */
type Part = string | readonly (readonly Part[])[];

/**
 * All patterns that a pattern with braces stands for, in order.
 *
 * @example
 * expandBraces("a/{b,c{d,e}}.ts"); // ["a/b.ts", "a/cd.ts", "a/ce.ts"]
 */
export function expandBraces(pattern: string): string[] {
  const reader = new BraceReader(pattern);
  const parts = reader.sequence(0);
  return expand(parts, pattern);
}

function expand(parts: readonly Part[], pattern: string): string[] {
  let made = [""];
  for (const part of parts) {
    const choices = typeof part === "string" ? [part] : part.flatMap((one) => expand(one, pattern));
    if (made.length * choices.length > GLOB_ALTERNATIVES_MAX) {
      throw globError(pattern, 0, `stands for more than ${GLOB_ALTERNATIVES_MAX} patterns`);
    }
    made = made.flatMap((start) => choices.map((choice) => start + choice));
  }
  return made;
}

class BraceReader {
  readonly #pattern: string;
  #at = 0;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  /** Reads up to the end of the pattern, or of the alternative when `depth` > 0. */
  sequence(depth: number): Part[] {
    const parts: Part[] = [];
    let text = "";
    for (; this.#at < this.#pattern.length; this.#at += 1) {
      const letter = this.#pattern[this.#at] ?? "";
      if (letter === "\\" || letter === "[") {
        text += this.#verbatim(letter);
      } else if (letter === "{") {
        parts.push(text, this.#choice(depth + 1));
        text = "";
      } else if (depth > 0 && (letter === "," || letter === "}")) {
        break;
      } else if (letter === "}") {
        throw globError(this.#pattern, this.#at, 'has a "}" that closes nothing');
      } else {
        text += letter;
      }
    }
    return [...parts, text];
  }

  #choice(depth: number): readonly (readonly Part[])[] {
    const start = this.#at;
    if (depth > GLOB_BRACE_DEPTH_MAX) {
      throw globError(this.#pattern, start, `has braces nested deeper than ${GLOB_BRACE_DEPTH_MAX}`);
    }
    const alternatives: (readonly Part[])[] = [];
    do {
      this.#at += 1;
      alternatives.push(this.sequence(depth));
    } while (this.#pattern[this.#at] === ",");
    if (this.#at >= this.#pattern.length) throw globError(this.#pattern, start, 'has a "{" that is never closed');
    if (alternatives.length === 1) {
      throw globError(this.#pattern, start, "has braces without a comma; ranges like {1..3} are not read");
    }
    return alternatives;
  }

  /** An escaped character or a whole class, in which braces and commas are themselves. */
  #verbatim(first: string): string {
    const start = this.#at;
    const end = first === "\\" ? start + 1 : this.#endOfClass();
    this.#at = end;
    return this.#pattern.slice(start, end + 1);
  }

  #endOfClass(): number {
    const negated = /[!^]/.test(this.#pattern[this.#at + 1] ?? "");
    const first = this.#at + (negated ? 2 : 1);
    for (let at = first; at < this.#pattern.length; at += 1) {
      if (this.#pattern[at] === "\\") at += 1;
      else if (this.#pattern[at] === "]" && at > first) return at;
    }
    throw globError(this.#pattern, this.#at, 'has a "[" that is never closed');
  }
}
