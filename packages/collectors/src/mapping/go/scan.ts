import type { ImportRef, ScannedFile } from "../import-ref.ts";
import { lineBreaks } from "../line-count.ts";

const TOKEN = /\/\/|\/\*|"|`|'|\n|[\p{L}_][\p{L}\p{N}_]*|[();.]/gu;

/**
 * Imports of a Go file, and whether it holds a function; without one there is nothing of it that a test could cover.
 *
 * @example
 * scanGo('package a\nimport "example.com/b"').imports; // [{ specifier: "example.com/b", line: 2, isTypeOnly: false }]
 */
export function scanGo(text: string): ScannedFile {
  const imports: ImportRef[] = [];
  let state: "head" | "import" | "group" | "body" = "head";
  for (const { value, line } of goTokens(text)) {
    const quoted = /^["`]/.test(value) ? value.slice(1, -1) : null;
    if (value === "func") return { imports, hasCode: true };
    if (state === "import" || state === "group") {
      if (value === "(") state = "group";
      else if (value === ")") state = "head";
      else if (quoted !== null) {
        if (quoted !== "" && quoted !== "C") imports.push({ specifier: quoted, line, isTypeOnly: false });
        if (state === "import") state = "head";
      }
    } else if (state === "head" && value === "import") state = "import";
    else if (value === "type" || value === "var" || value === "const") state = "body";
  }
  return { imports, hasCode: false };
}

interface GoToken {
  readonly value: string;
  readonly line: number;
}

function* goTokens(text: string): Generator<GoToken> {
  let line = 1;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const end = endOf(text, match.index, match[0]);
    if (!match[0].startsWith("/") && match[0] !== "\n") yield { value: text.slice(match.index, end), line };
    line += lineBreaks(text, match.index, end);
    TOKEN.lastIndex = end;
  }
}

/** Where the comment, text or word that begins here ends. */
function endOf(text: string, start: number, token: string): number {
  if (token === "//") return orEnd(text.indexOf("\n", start), text);
  if (token === "/*") return orEnd(text.indexOf("*/", start + 2), text, 2);
  if (token === "`") return orEnd(text.indexOf("`", start + 1), text, 1);
  if (token !== '"' && token !== "'") return start + token.length;
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === token) return at + 1;
    else if (text[at] === "\n") return at;
  }
  return text.length;
}

function orEnd(found: number, text: string, sizeOfEnd = 0): number {
  return found === -1 ? text.length : found + sizeOfEnd;
}
