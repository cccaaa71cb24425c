import assert from "node:assert/strict";
import { test } from "node:test";
import type { ErrorCode } from "@holdpoint/core";
import type { Trouble } from "./trouble.ts";
import { refuseTroubles, spelled } from "./trouble.ts";
import { readYaml } from "./yaml-document.ts";

const DOCUMENT = readYaml("a: 1\nb: { c: 2 }\n", "c.yaml", "HP-CONFIG-SYNTAX");
const trouble = (path: readonly string[], text: string, at: Trouble["at"] = "value"): Trouble => ({
  path,
  at,
  text,
});

const code = (): ErrorCode => "HP-CONFIG-VALUE";

test("nothing wrong, nothing thrown", () => {
  assert.doesNotThrow(() => refuseTroubles(DOCUMENT, [], code));
});

test("the first in the file is told, the others are counted", () => {
  const two = [trouble(["b", "c"], "second"), trouble(["a"], "first")];
  assert.throws(() => refuseTroubles(DOCUMENT, two, code), {
    message: "first (and 1 more problem below)",
    place: { file: "c.yaml", line: 1, column: 4 },
  });
  const three = [...two, trouble(["b"], "third", "key")];
  assert.throws(() => refuseTroubles(DOCUMENT, three, code), { message: "first (and 2 more problems below)" });
});

test("on one line, the one further left", () => {
  const both = [trouble(["b", "c"], "right"), trouble(["b"], "left", "key")];
  assert.throws(() => refuseTroubles(DOCUMENT, both, code), { message: /^left/ });
});

test("paths as a person writes them", () => {
  assert.equal(spelled([]), "the document");
  assert.equal(spelled(["suites", "0", "results", "1"]), "suites[0].results[1]");
  assert.equal(spelled(["profiles", "release"]), "profiles.release");
});
