import type { ScriptToken } from "./tokens.ts";

const OPENING: ReadonlySet<string> = new Set(["(", "[", "{"]);
const CLOSING: ReadonlySet<string> = new Set([")", "]", "}"]);
/** Signs with which a line goes on with the type of the line before. */
const CONTINUING: ReadonlySet<string> = new Set(["|", "&", "?", ":", "=", ".", ",", ")", "]", "}", ">", "<"]);

/** What goes on with a head after a type in braces: `interface A<B = {}> extends C<{}>, D {`. */
const IN_HEAD: ReadonlySet<string> = new Set([">", ",", "|", "&", "extends"]);
/** What is declared with a block of its own. */
const BLOCKS: ReadonlySet<string> = new Set([
  "module",
  "namespace",
  "global",
  "class",
  "enum",
  "interface",
  "abstract",
]);

/**
 * Whether anything in a script could run: false only for one of nothing but types, `import type` and `export type`.
 * In doubt it says true.
 */
export function hasCode(tokens: readonly ScriptToken[]): boolean {
  let at = 0;
  while (at < tokens.length) {
    const end = endOfTypes(tokens, at);
    if (end === null) return true;
    at = end;
  }
  return false;
}

/** Where the statement of types that begins here ends; null when it is none. */
function endOfTypes(tokens: readonly ScriptToken[], start: number): number | null {
  const first = tokens[start];
  if (first?.kind === "sign" && first.value === ";") return start + 1;
  const at = first?.value === "export" ? start + 1 : start;
  const [word, next] = [tokens[at], tokens[at + 1]];
  if (word?.kind !== "word") return first?.value === "export" ? emptyExport(tokens, at) : null;
  const names = next?.kind === "word" || (next?.kind === "sign" && (next.value === "{" || next.value === "*"));
  if (!names || next === undefined) return null;
  if (word.value === "interface") return endOfBlock(tokens, at + 1);
  if (word.value === "declare")
    return BLOCKS.has(next.value) ? endOfBlock(tokens, at + 2) : endOfStatement(tokens, at + 1);
  if (word.value === "type") return endOfStatement(tokens, at + 1);
  if (word.value === "import" && next?.value === "type" && isTypeImport(tokens, at))
    return endOfStatement(tokens, at + 1);
  return null;
}

/** `export {}` only says that the file is a module. */
function emptyExport(tokens: readonly ScriptToken[], at: number): number | null {
  return tokens[at]?.value === "{" && tokens[at + 1]?.value === "}" && tokens[at + 2]?.value !== "from" ? at + 2 : null;
}

function isTypeImport(tokens: readonly ScriptToken[], at: number): boolean {
  const behind = tokens[at + 2];
  return behind?.value !== "from" && behind?.value !== ",";
}

/** Behind the first braces that close. */
function endOfBlock(tokens: readonly ScriptToken[], start: number): number | null {
  let depth = 0;
  for (let at = start; at < tokens.length; at += 1) {
    const { kind, value } = tokens[at] as ScriptToken;
    if (kind !== "sign") continue;
    if (depth === 0 && value === ";") return at + 1;
    if (OPENING.has(value)) depth += 1;
    if (!CLOSING.has(value)) continue;
    depth -= 1;
    if (depth === 0 && value === "}" && !IN_HEAD.has(tokens[at + 1]?.value ?? "")) return at + 1;
  }
  return null;
}

/** Behind the `;`, or before the first token of a later line that cannot belong to the statement. */
function endOfStatement(tokens: readonly ScriptToken[], start: number): number | null {
  let depth = 0;
  for (let at = start; at < tokens.length; at += 1) {
    const { kind, value, startsLine } = tokens[at] as ScriptToken;
    const isSign = kind === "sign";
    if (depth === 0 && isSign && value === ";") return at + 1;
    if (depth === 0 && startsLine && at > start && endsOperand(tokens[at - 1])) {
      if (!isSign || value === "@" || value === "#") return at;
      if (!CONTINUING.has(value)) return null;
    }
    if (isSign && OPENING.has(value)) depth += 1;
    if (isSign && CLOSING.has(value)) depth -= 1;
    if (depth < 0) return null;
  }
  return tokens.length;
}

function endsOperand(token: ScriptToken | undefined): boolean {
  if (token === undefined) return false;
  return token.kind !== "sign" || CLOSING.has(token.value) || token.value === ">";
}
