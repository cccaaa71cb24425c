import assert from "node:assert/strict";
import { test } from "node:test";
import { nameGlobs } from "./name-glob.ts";

test("a glob fits names as a whole", () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ["*", "", true],
    ["*", "anything", true],
    ["echo", "echo", true],
    ["echo", "Echo", false],
    ["echo", "echoes", false],
    ["mcp-*", "mcp-files", true],
    ["mcp-*", "mcp-", true],
    ["mcp-*", "mcp", false],
    ["*-files", "mcp-files", true],
    ["*-files", "mcp-files-2", false],
    ["a*b*c", "abc", true],
    ["a*b*c", "aXbXc", true],
    ["a*b*c", "acb", false],
    ["a*a", "a", false],
    ["a*a", "aa", true],
    ["ab*ba", "aba", false],
    ["*a*a*", "a", false],
    ["*aa*", "baab", true],
    ["x**y", "xy", true],
    [".*", "echo", false],
  ];
  for (const [glob, name, fits] of cases) assert.equal(nameGlobs([glob])(name), fits, `${glob} and ${name}`);
});

test("one of several globs is enough, and no glob fits nothing", () => {
  const fits = nameGlobs(["mcp-*", "echo"]);
  assert.ok(fits("echo") && fits("mcp-files"));
  assert.ok(!fits("payments"));
  assert.ok(!nameGlobs([])("echo"));
});

test("a long name against many stars ends soon", () => {
  const fits = nameGlobs([`${"a*".repeat(60)}b`]);
  assert.equal(fits("a".repeat(100_000)), false);
  assert.equal(fits(`${"a".repeat(100_000)}b`), true);
});
