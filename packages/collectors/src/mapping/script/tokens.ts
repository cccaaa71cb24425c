import { lineBreaks } from "../line-count.ts";
import { Ends } from "./ends.ts";

/** A piece of TypeScript or JavaScript; comments and white space are left out. */
export interface ScriptToken {
  /** `text`: a quoted string or a template without `${}`; `opaque`: a regular expression, number or other template. */
  readonly kind: "word" | "sign" | "text" | "opaque";
  /** Of a text what it holds, without quotes, escapes as written; of an opaque one nothing. */
  readonly value: string;
  readonly line: number;
  /** True for the first of its line. */
  readonly startsLine: boolean;
}

const WORD = /[\p{ID_Start}$_#@\\][\p{ID_Continue}$\\]*/uy;
const NUMBER = /\.?\d[\w.]*/y;
/** Words behind which an expression begins, so that a slash there opens a regular expression. */
const BEFORE_EXPRESSION: ReadonlySet<string> = new Set(
  "await case delete do else extends in instanceof new of return throw typeof void yield".split(" "),
);
const WITH_HEAD: ReadonlySet<string> = new Set(["if", "while", "for", "with"]);

/**
 * Cuts a script into tokens. Never fails and takes time in proportion to the text: what does not fit the grammar, such
 * as the apostrophe in the text of a JSX element, is taken as a sign of its own.
 *
 * @param isJsx whether elements (`<b>…</b>`) may stand in it
 */
export function scriptTokens(text: string, isJsx: boolean): ScriptToken[] {
  return new Tokens(text, isJsx).all();
}

class Tokens {
  readonly #text: string;
  readonly #isJsx: boolean;
  readonly #ends: Ends;
  readonly #tokens: ScriptToken[] = [];
  /** For each open bracket: the sign, and whether a regular expression may follow its end. */
  readonly #open: { readonly sign: string; readonly thenExpression: boolean }[] = [];
  #at = 0;
  #line = 1;
  #startsLine = true;
  #thenExpression = true;

  constructor(text: string, isJsx: boolean) {
    this.#text = text;
    this.#isJsx = isJsx;
    this.#ends = new Ends(text);
  }

  all(): ScriptToken[] {
    if (this.#text.startsWith("#!")) this.#at = endOfLine(this.#text, 0);
    while (this.#at < this.#text.length) this.#next();
    return this.#tokens;
  }

  #next(): void {
    const sign = this.#text[this.#at] ?? "";
    const following = this.#text[this.#at + 1];
    if (sign === "\n") this.#newLine();
    else if (sign <= " " || sign === "\ufeff" || sign === "\u00a0") this.#at += 1;
    else if (sign === "/" && following === "/") this.#at = endOfLine(this.#text, this.#at);
    else if (sign === "/" && following === "*") this.#comment();
    else if (sign === '"' || sign === "'") this.#quoted(sign);
    else if (sign === "`") this.#template();
    else if (sign === "/" && this.#thenExpression && this.#regex()) return;
    else this.#wordOrSign(sign);
  }

  #newLine(): void {
    this.#line += 1;
    this.#startsLine = true;
    this.#at += 1;
  }

  #comment(): void {
    const end = this.#text.indexOf("*/", this.#at + 2);
    this.#skipTo(end === -1 ? this.#text.length : end + 2);
  }

  #quoted(quote: string): void {
    const end = this.#ends.quoted(this.#at);
    if (end === -1) this.#add("sign", quote, this.#at + 1, true);
    else this.#add("text", this.#text.slice(this.#at + 1, end - 1), end, false);
  }

  /** A template is one token however much is inside of it; only imports in its `${}` are missed. */
  #template(): void {
    const found = this.#ends.template(this.#at);
    if (found === null) this.#add("sign", "`", this.#at + 1, true);
    else if (found.hasHoles) this.#add("opaque", "", found.end, false);
    else this.#add("text", this.#text.slice(this.#at + 1, found.end - 1), found.end, false);
  }

  #regex(): boolean {
    if (this.#isJsx && this.#text[this.#at - 1] === "<") return false;
    const end = this.#ends.regex(this.#at);
    if (end === -1) return false;
    this.#add("opaque", "", end, false);
    return true;
  }

  #wordOrSign(sign: string): void {
    const word = matchAt(WORD, this.#text, this.#at);
    if (word !== null) {
      const isMember = this.#tokens.at(-1)?.value === ".";
      this.#add("word", word, this.#at + word.length, !isMember && BEFORE_EXPRESSION.has(word));
      return;
    }
    const number = matchAt(NUMBER, this.#text, this.#at);
    if (number !== null) this.#add("opaque", "", this.#at + number.length, false);
    else this.#sign(sign);
  }

  #sign(sign: string): void {
    let thenExpression = sign !== "]" && sign !== "}";
    if (sign === "(" || sign === "[" || sign === "{") {
      const before = this.#tokens.at(-1);
      this.#open.push({ sign, thenExpression: before?.kind === "word" && WITH_HEAD.has(before.value) });
    } else if (sign === ")" || sign === "]" || sign === "}") {
      const opened = this.#open.pop();
      if (sign === ")") thenExpression = opened?.sign === "(" && opened.thenExpression;
    }
    this.#add("sign", sign, this.#at + 1, thenExpression);
  }

  #add(kind: ScriptToken["kind"], value: string, end: number, thenExpression: boolean): void {
    this.#tokens.push({ kind, value, line: this.#line, startsLine: this.#startsLine });
    this.#startsLine = false;
    this.#thenExpression = thenExpression;
    this.#skipTo(end);
  }

  /** Goes to an offset and counts the lines in between. */
  #skipTo(end: number): void {
    const breaks = lineBreaks(this.#text, this.#at, end);
    this.#line += breaks;
    if (breaks > 0) this.#startsLine = true;
    this.#at = end;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}
