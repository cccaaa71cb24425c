/**
 * Finds where quoted texts, regular expressions and templates end. What was looked for once in vain is not looked for
 * again, so that all of it together takes time in proportion to the text, whatever the text is.
 */
export class Ends {
  readonly #text: string;
  /** By quote: before this offset none ends that has not ended yet. */
  readonly #unquotedTo = new Map<string, number>();
  /** Before this offset no class of a regular expression ends. */
  #classlessTo = 0;
  #templatelessFrom = Number.POSITIVE_INFINITY;

  constructor(text: string) {
    this.#text = text;
  }

  /** The offset behind the quote that closes the one at `start`; -1 when the line ends first. */
  quoted(start: number): number {
    const text = this.#text;
    const quote = text[start] ?? "";
    if (start < (this.#unquotedTo.get(quote) ?? 0)) return -1;
    let at = start + 1;
    for (; at < text.length && text[at] !== "\n"; at += 1) {
      if (text[at] === quote) return at + 1;
      if (text[at] === "\\") at += text[at + 1] === "\r" && text[at + 2] === "\n" ? 2 : 1;
    }
    this.#unquotedTo.set(quote, at);
    return -1;
  }

  /** The offset behind the slash that ends the regular expression at `start`; -1 when the line ends first. */
  regex(start: number): number {
    const text = this.#text;
    let isInClass = false;
    let at = start + 1;
    for (; at < text.length && text[at] !== "\n"; at += 1) {
      const sign = text[at];
      if (sign === "\\") at += 1;
      else if (isInClass) isInClass = sign !== "]";
      else if (sign === "/") return at + 1;
      else if (sign === "[") {
        if (at < this.#classlessTo) return -1;
        isInClass = true;
      }
    }
    if (isInClass) this.#classlessTo = at;
    return -1;
  }

  /** Where the template at `start` ends, and whether there is a `${}` in it; null: it is cut off. */
  template(start: number): { readonly end: number; readonly hasHoles: boolean } | null {
    if (start >= this.#templatelessFrom) return null;
    const text = this.#text;
    /** What is open from the outside in: a template, or a `{` inside of its `${}`. */
    const open: ("`" | "{")[] = ["`"];
    let hasHoles = false;
    for (let at = start + 1; at < text.length; at += 1) {
      const sign = text[at];
      const isInText = open.at(-1) === "`";
      if (sign === "\\") at += 1;
      else if (sign === "`" && isInText) {
        open.pop();
        if (open.length === 0) return { end: at + 1, hasHoles };
      } else if (sign === "`") open.push("`");
      else if (isInText && sign === "$" && text[at + 1] === "{") {
        hasHoles = true;
        open.push("{");
        at += 1;
      } else if (isInText) continue;
      else if (sign === "{") open.push("{");
      else if (sign === "}") open.pop();
      else if (sign === '"' || sign === "'") at = Math.max(at, this.quoted(at) - 1);
    }
    this.#templatelessFrom = start;
    return null;
  }
}
