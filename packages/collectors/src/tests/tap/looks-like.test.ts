import assert from "node:assert/strict";
import { test } from "node:test";
import { looksLikeTap } from "./looks-like.ts";

const looks = (text: string): boolean => looksLikeTap(Buffer.from(text));

test("a version anywhere in the beginning is enough", () => {
  for (const version of [12, 13, 14]) assert.ok(looks(`TAP version ${version}\n`), String(version));
  assert.ok(looks("> app@1.0.0 test\n> node --test\n\nTAP version 14\r\n1..0\n"));
  assert.equal(looks(`${"noise\n".repeat(300)}TAP version 14\n`), false);
  assert.equal(looks("TAP version 99\n"), false);
  assert.equal(looks("  TAP version 14\n"), false);
});

test("without a version the first line that is no comment must be TAP", () => {
  const cases: Readonly<Record<string, boolean>> = {
    "1..3\n": true,
    "1..0 # SKIP none\n": true,
    "# a comment\n\nok 1 - a\n": true,
    "not ok\n": true,
    "ok - a\n": true,
    "ok # skip\n": true,
    "    ok 1 - in a subtest\n": true,
    "  ok 1 - badly indented\n": false,
    "ok  \texample.com/m\t0.01s\n": false,
    "okay\n": false,
    "1..3 tests\n": false,
    "hello\nok 1 - a\n": false,
    "# only comments\n": false,
    "": false,
  };
  for (const [text, expected] of Object.entries(cases)) assert.equal(looks(text), expected, JSON.stringify(text));
});

test("markup and JSON are never TAP, whatever stands in them", () => {
  for (const text of ["<a>\nTAP version 13\n</a>", '{"a":1}\nTAP version 13\n', "[\nTAP version 13\n]"]) {
    assert.equal(looks(text), false, text);
  }
});
