import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { importsOf } from "./source/imports.ts";
import { lex } from "./source/lex.ts";

function code(source: string): string[] {
  return lex(source).map(({ kind, text }) => `${kind}:${text}`);
}

describe("lex", () => {
  const cases: readonly (readonly [source: string, tokens: readonly string[]])[] = [
    ["a / b / c", ["word:a", "sign:/", "word:b", "sign:/", "word:c"]],
    ["a = /b/g", ["word:a", "sign:=", "regex:/b/g"]],
    ['f(/[/"]/)', ["word:f", "sign:(", 'regex:/[/"]/', "sign:)"]],
    ["(a) / b", ["sign:(", "word:a", "sign:)", "sign:/", "word:b"]],
    ["return /a/;", ["word:return", "regex:/a/", "sign:;"]],
    ["a // b\nc", ["word:a", "comment:// b", "word:c"]],
    ['"// no"', ["string:// no"]],
    ["'it\\'s'", ["string:it\\'s"]],
    ["`a${b}c`", ["template:a", "word:b", "template:c"]],
    ["`a${`b${c}`}d`", ["template:a", "template:b", "word:c", "template:", "template:d"]],
    ["`${ { a: 1 } }`", ["template:", "sign:{", "word:a", "sign::", "word:1", "sign:}", "template:"]],
    ["`\\`${1}$`", ["template:\\`", "word:1", "template:$"]],
    ["#!/usr/bin/env node\na", ["word:a"]],
  ];
  for (const [source, tokens] of cases) test(JSON.stringify(source), () => assert.deepEqual(code(source), tokens));

  test("lines are counted through comments, strings and templates", () => {
    const tokens = lex("/*\n\n*/ a\n`b\n${c}\n` d");
    assert.deepEqual(
      tokens.map(({ text, line }) => [text, line]),
      [
        ["/*\n\n*/", 1],
        ["a", 3],
        ["b\n", 4],
        ["c", 5],
        ["\n", 5],
        ["d", 6],
      ],
    );
  });

  for (const source of ['"open', "'open", "`open", "`${open}", "a = /open"]) {
    test(`${source} is refused, not guessed`, () => assert.throws(() => lex(source), /does not end/));
  }
});

describe("imports", () => {
  const cases: readonly (readonly [source: string, names: readonly string[]])[] = [
    ['import "a";', ["a"]],
    ['import a from "a";', ["a"]],
    ['import type { A } from "a";', ["a"]],
    ['import {\n  a,\n  b,\n} from "a";', ["a"]],
    ['import * as a from "a";', ["a"]],
    ['export * from "a"; export * as b from "b"; export { c } from "c";', ["a", "b", "c"]],
    ['const a = await import("a");', ["a"]],
    ["const a = await import(`a`);", ["a"]],
    ['let a: import("a").A;', ["a"]],
    ['require("a"); require.resolve("b");', ["a", "b"]],
    ['import a from "a" with { type: "json" };', ["a"]],
    ['import /* why */ "a";', ["a"]],
    ['Array.from("a"); Buffer.from("b"); path.resolve("c"); f("d");', []],
    ['const from = "a"; // import "b"', []],
  ];
  for (const [source, names] of cases) {
    test(source, () =>
      assert.deepEqual(
        importsOf(lex(source)).map(({ from }) => from),
        names,
      ),
    );
  }
});
