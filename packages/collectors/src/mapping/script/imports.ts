import type { ImportRef } from "../import-ref.ts";
import type { ScriptToken } from "./tokens.ts";

/** Most tokens between `import` and the text it imports; a longer clause is none. */
const CLAUSE_TOKENS_MAX = 20_000;

/**
 * Imports of a script: `import`, `export … from`, `import()`, `require()` and `new URL("…", import.meta.url)` with a
 * text as argument. What is computed at run time cannot be read and is left out.
 */
export function scriptImports(tokens: readonly ScriptToken[]): ImportRef[] {
  const found: ImportRef[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== "word" || isMember(tokens, at)) continue;
    const one = importAt(tokens, at);
    if (one !== null) found.push({ ...one, line: token.line });
  }
  return found;
}

type Found = Omit<ImportRef, "line">;

function importAt(tokens: readonly ScriptToken[], at: number): Found | null {
  const word = tokens[at]?.value;
  if (word === "import") return dynamicImport(tokens, at) ?? staticImport(tokens, at);
  if (word === "export") return reExport(tokens, at);
  if (word === "require") return called(tokens, at + 1);
  return word === "URL" ? ownUrl(tokens, at) : null;
}

function isMember(tokens: readonly ScriptToken[], at: number): boolean {
  // Three dots before a word spread what follows: `...require("./x")`.
  const isDot = (offset: number): boolean => tokens[at - offset]?.value === "." && tokens[at - offset]?.kind === "sign";
  return (isDot(1) && !(isDot(2) && isDot(3))) || is(tokens, at + 1, ":");
}

function is(tokens: readonly ScriptToken[], at: number, sign: string): boolean {
  const token = tokens[at];
  return token?.kind === "sign" && token.value === sign;
}

function isWord(tokens: readonly ScriptToken[], at: number, word: string): boolean {
  const token = tokens[at];
  return token?.kind === "word" && token.value === word;
}

/** `("./x")`, with whatever options behind the text. */
function called(tokens: readonly ScriptToken[], at: number): Found | null {
  const text = tokens[at + 1];
  const isCall = is(tokens, at, "(") && text?.kind === "text" && (is(tokens, at + 2, ")") || is(tokens, at + 2, ","));
  return isCall && text !== undefined ? { specifier: text.value, isTypeOnly: false } : null;
}

/** In types `typeof import("./x")` and `import("./x").Name` look the same and run nothing. */
function dynamicImport(tokens: readonly ScriptToken[], at: number): Found | null {
  const found = called(tokens, at + 1);
  if (found === null) return null;
  const isName = is(tokens, at + 3, ")") && is(tokens, at + 4, ".") && !is(tokens, at + 6, "(");
  return { ...found, isTypeOnly: isWord(tokens, at - 1, "typeof") || isName };
}

/** `new URL("./worker.ts", import.meta.url)`: how a worker or another entry is named. */
function ownUrl(tokens: readonly ScriptToken[], at: number): Found | null {
  const isOwn = ["import", ".", "meta", ".", "url"].every((value, index) => tokens[at + 4 + index]?.value === value);
  const found = isWord(tokens, at - 1, "new") && isOwn ? called(tokens, at + 1) : null;
  return found === null ? null : { ...found, isUrl: true };
}

function staticImport(tokens: readonly ScriptToken[], at: number): Found | null {
  const next = tokens[at + 1];
  if (next?.kind === "text") return { specifier: next.value, isTypeOnly: false };
  return fromClause(tokens, at + 1);
}

function reExport(tokens: readonly ScriptToken[], at: number): Found | null {
  const first = isWord(tokens, at + 1, "type") ? at + 2 : at + 1;
  return is(tokens, first, "{") || is(tokens, first, "*") ? fromClause(tokens, at + 1) : null;
}

/** From behind `import` or `export` to the text behind `from`. */
function fromClause(tokens: readonly ScriptToken[], start: number): Found | null {
  const end = fromOf(tokens, start);
  const text = end === null ? undefined : tokens[end + 1];
  if (end === null || text === undefined) return null;
  return { specifier: text.value, isTypeOnly: isTypeClause(tokens.slice(start, end)) };
}

/** Where the `from` of the clause stands; null when something comes that no clause has. */
function fromOf(tokens: readonly ScriptToken[], start: number): number | null {
  for (let at = start; at < tokens.length && at - start < CLAUSE_TOKENS_MAX; at += 1) {
    const token = tokens[at];
    if (isWord(tokens, at, "from") && tokens[at + 1]?.kind === "text") return at;
    const fits =
      token?.kind === "word" || token?.kind === "text" || (token !== undefined && "{}*,".includes(token.value));
    if (!fits || (at > start && (isWord(tokens, at, "import") || isWord(tokens, at, "export")))) return null;
  }
  return null;
}

/** `type {…}`, `type X`, `type * as x`, or braces in which each name has its own `type`. */
function isTypeClause(clause: readonly ScriptToken[]): boolean {
  const values = clause.map(({ value }) => value);
  if (values[0] === "type" && values.length > 1 && values[1] !== ",") return true;
  if (values[0] !== "{" || values.at(-1) !== "}") return false;
  const names = values
    .slice(1, -1)
    .join(" ")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return names.length > 0 && names.every(isTypeName);
}

/** `type A`, `type A as B`; but `type as A` is a value called type. */
function isTypeName(name: string): boolean {
  const words = name.split(" ").filter((word) => word !== "");
  return words[0] === "type" && words.length > 1 && !(words.length === 3 && words[1] === "as");
}
