/** SPDX licence expression (SPDX 2.3, Annex D) as a tree. */
export type LicenceExpression =
  | { readonly kind: "licence"; readonly id: string; readonly orLater: boolean; readonly exception: string | null }
  | { readonly kind: "and" | "or"; readonly parts: readonly LicenceExpression[] };

export const EXPRESSION_CHARS_MAX = 4096;
const DEPTH_MAX = 32;
const TOKEN = /\s*(?:([()])|([A-Za-z0-9][A-Za-z0-9.:-]*\+?))/y;
const WORDS: ReadonlySet<string> = new Set(["AND", "OR", "WITH"]);
const NOTHING_SAID: ReadonlySet<string> = new Set(["NONE", "NOASSERTION", "UNLICENSED"]);

/**
 * Parses an SPDX expression; null when it is none, and for what says that there is no licence.
 *
 * @example
 * parseLicence("(MIT OR Apache-2.0) AND ISC")?.kind; // "and"
 * parseLicence("SEE LICENSE IN LICENSE.md"); // null
 */
export function parseLicence(text: string): LicenceExpression | null {
  const tokens = tokensOf(text.trim());
  if (tokens === null || tokens.length === 0) return null;
  const parser = new Parser(tokens);
  const expression = parser.choice(0);
  return expression !== null && parser.isAtEnd ? expression : null;
}

function tokensOf(text: string): string[] | null {
  if (text.length > EXPRESSION_CHARS_MAX) return null;
  const tokens: string[] = [];
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (found === null) return null;
    tokens.push(found[1] ?? found[2] ?? "");
  }
  return tokens;
}

class Parser {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  /** `OR` binds weakest. */
  choice(depth: number): LicenceExpression | null {
    return this.#joined("or", () => this.#joined("and", () => this.#one(depth)));
  }

  #joined(kind: "and" | "or", next: () => LicenceExpression | null): LicenceExpression | null {
    const parts: LicenceExpression[] = [];
    do {
      const part = next();
      if (part === null) return null;
      parts.push(part);
    } while (this.#take(kind.toUpperCase()));
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : { kind, parts };
  }

  #one(depth: number): LicenceExpression | null {
    if (this.#take("(")) {
      const inner = depth < DEPTH_MAX ? this.choice(depth + 1) : null;
      return inner !== null && this.#take(")") ? inner : null;
    }
    const id = this.#id();
    if (id === null || NOTHING_SAID.has(id.toUpperCase())) return null;
    const exception = this.#take("WITH") ? this.#id() : "";
    if (exception === null) return null;
    const orLater = id.endsWith("+");
    return {
      kind: "licence",
      id: orLater ? id.slice(0, -1) : id,
      orLater,
      exception: exception === "" ? null : exception,
    };
  }

  #id(): string | null {
    const token = this.#tokens[this.#at];
    if (token === undefined || token === "(" || token === ")" || WORDS.has(token)) return null;
    this.#at += 1;
    return token;
  }

  #take(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at += 1;
    return true;
  }
}
