import type { Token } from "./lex.ts";

export interface Import {
  /** As written: `node:fs`, `@holdpoint/core`, `./x.ts`. */
  readonly from: string;
  readonly line: number;
}

/** Every module that a module names: import, export from, import(), require(), import type, typeof import(). */
export function importsOf(tokens: readonly Token[]): Import[] {
  const code = tokens.filter((token) => token.kind !== "comment");
  return code.flatMap((token, index): Import[] => {
    if (token.kind !== "string" && token.kind !== "template") return [];
    return isModuleName(code, index) ? [{ from: token.text, line: token.line }] : [];
  });
}

function isModuleName(code: readonly Token[], index: number): boolean {
  const before = code[index - 1];
  if (before?.kind === "word") return before.text === "from" ? isClause(code, index - 1) : before.text === "import";
  if (before?.text !== "(") return false;
  const callee = code[index - 2];
  if (callee?.text === "resolve") return code[index - 3]?.text === "." && isRequire(code[index - 4]);
  return callee?.kind === "word" && (callee.text === "import" || isRequire(callee));
}

/** `from` also is an ordinary name: it belongs to a clause after `}`, `*` or a name, not after `.` or `(`. */
function isClause(code: readonly Token[], index: number): boolean {
  const before = code[index - 1];
  return before !== undefined && (before.kind === "word" || before.text === "}" || before.text === "*");
}

function isRequire(token: Token | undefined): boolean {
  return token !== undefined && /^require$|^createRequire$/.test(token.text);
}
