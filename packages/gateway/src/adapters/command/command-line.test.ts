import assert from "node:assert/strict";
import { test } from "node:test";
import { ARGUMENT_SIZE_BYTES_MAX, commandLine } from "./command-line.ts";

test("whole arguments in braces are replaced, everything else stays", () => {
  const given = { name: "a b; rm -rf $HOME `x` 'y' \"z\"", count: 5, on: false };
  assert.deepEqual(commandLine(["tool", "--name", "{name}", "{count}", "{on}", "x{name}", "{}", "{a}{b}"], given), [
    "--name",
    given.name,
    "5",
    "false",
    "x{name}",
    "{}",
    "{a}{b}",
  ]);
});

test("a value is not put in a second time", () => {
  assert.deepEqual(commandLine(["tool", "{a}", "{b}"], { a: "{b}", b: "2" }), ["{b}", "2"]);
});

test("no text becomes an option, but behind --", () => {
  for (const path of ["-x", "--upload-pack=evil", "--"]) {
    assert.match(String(commandLine(["git", "{path}"], { path })), /begins with "-"/);
    assert.match(String(commandLine(["git", "{path}", "--"], { path })), /begins with "-"/);
    assert.deepEqual(commandLine(["git", "--", "{path}"], { path }), ["--", path]);
  }
  assert.deepEqual(commandLine(["cat", "{path}"], { path: "-" }), ["-"]);
  assert.deepEqual(commandLine(["seq", "{from}"], { from: -3 }), ["-3"]);
  assert.match(String(commandLine(["git", "{a}", "{b}"], { a: "--", b: "-x" })), /a begins/);
});

test("what no argument can be is refused by name", () => {
  const cases: readonly (readonly [RegExp, Parameters<typeof commandLine>[1]])[] = [
    [/a is missing/, {}],
    [/a is neither/, { a: null }],
    [/a is neither/, { a: ["x"] }],
    [/a is neither/, { a: {} }],
    [/a has characters/, { a: "x\0y" }],
    [/a has characters/, { a: "\ud800" }],
    [/a is longer/, { a: "x".repeat(ARGUMENT_SIZE_BYTES_MAX + 1) }],
  ];
  for (const [reason, given] of cases) assert.match(String(commandLine(["tool", "{a}"], given)), reason);
  assert.match(String(commandLine(["tool", "{toString}"], {})), /toString is missing/);
});
