import type { Module } from "../source/tree.ts";
import { isTest } from "../source/tree.ts";
import type { Violation } from "./violation.ts";

const UNFINISHED = /\b(?:TODO|FIXME|XXX|HACK)\b|[Nn]ot implemented|[Cc]oming soon/;
const SILENCED = /@ts-(?:ignore|expect-error|nocheck)|(?:eslint|oxlint)-disable|v8 ignore|node:coverage/;
const LEFT_OUT = new Set(["only", "skip", "todo"]);
const RUNNERS = new Set(["test", "it", "describe", "suite", "t"]);

/** Comments that say that something is unfinished or silence a tool. */
export function markViolations(module: Module): Violation[] {
  return module.tokens
    .filter((token) => token.kind === "comment")
    .flatMap((token) => {
      const found = UNFINISHED.exec(token.text)?.[0] ?? SILENCED.exec(token.text)?.[0];
      if (found === undefined) return [];
      const line = token.line + token.text.slice(0, token.text.indexOf(found)).split("\n").length - 1;
      return [{ rule: "marks", path: module.path, line, text: `'${found}': finish it or repair the cause` }];
    });
}

/**
 * Tests that are left out: `.only`, `.skip`, `.todo`, and the same as options with a constant `true`.
 * A test may skip itself with a reason: `t.skip("needs …")`.
 */
export function leftOutTests(module: Module): Violation[] {
  if (!isTest(module.path)) return [];
  const code = module.tokens.filter((token) => token.kind !== "comment");
  return code.flatMap((token, index) => {
    if (token.kind !== "word" || !LEFT_OUT.has(token.text)) return [];
    const isRunner = RUNNERS.has(code[index - 2]?.text ?? "");
    const isMember = code[index - 1]?.text === "." && isRunner && code[index + 1]?.text === "(";
    const isOption = code[index + 1]?.text === ":" && code[index + 2]?.text === "true";
    const isReasoned = code[index - 2]?.text === "t" && code[index + 2]?.kind === "string";
    if ((!isMember || isReasoned) && !isOption) return [];
    return [{ rule: "left-out", path: module.path, line: token.line, text: `'${token.text}' leaves a test out` }];
  });
}
