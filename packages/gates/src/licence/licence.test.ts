import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { LicenceExpression } from "./expression.ts";
import { EXPRESSION_CHARS_MAX, parseLicence } from "./expression.ts";
import { refusedLicences } from "./refused.ts";

const ALLOWED = ["MIT", "Apache-2.0", "ISC", "GPL-2.0-only WITH Classpath-exception-2.0"];

function refused(text: string): readonly string[] | null {
  const expression = parseLicence(text);
  return expression === null ? null : refusedLicences(expression, ALLOWED);
}

const VERDICTS: readonly (readonly [text: string, refused: readonly string[]])[] = [
  ["MIT", []],
  ["mit", []],
  [" ( MIT ) ", []],
  ["GPL-3.0-only", ["GPL-3.0-only"]],
  ["MIT OR GPL-3.0-only", []],
  ["MIT AND GPL-3.0-only", ["GPL-3.0-only"]],
  ["(MIT OR GPL-3.0-only) AND ISC", []],
  ["MIT AND (ISC OR GPL-3.0-only) AND Apache-2.0", []],
  ["GPL-2.0-only OR MIT AND GPL-3.0-only", ["GPL-2.0-only", "GPL-3.0-only"]],
  ["(MIT OR GPL-2.0-only) AND (GPL-3.0-only OR GPL-2.0-only)", ["GPL-3.0-only", "GPL-2.0-only"]],
  ["Apache-2.0+", []],
  ["GPL-2.0+", ["GPL-2.0+"]],
  ["Apache-2.0 WITH LLVM-exception", []],
  ["GPL-2.0-only WITH Classpath-exception-2.0", []],
  ["GPL-2.0-only WITH GCC-exception-2.0", ["GPL-2.0-only WITH GCC-exception-2.0"]],
  ["LicenseRef-own", ["LicenseRef-own"]],
  ["DocumentRef-a:LicenseRef-b", ["DocumentRef-a:LicenseRef-b"]],
];

describe("licence expressions", () => {
  for (const [text, names] of VERDICTS) {
    test(`${text}: ${names.length === 0 ? "allowed" : names.join(", ")}`, () => assert.deepEqual(refused(text), names));
  }

  const NONE = [
    "",
    " ",
    "SEE LICENSE IN LICENSE.md",
    "UNLICENSED",
    "NOASSERTION",
    "MIT OR",
    "OR MIT",
    "(MIT",
    "MIT)",
    "MIT ISC",
    "()",
    "MIT AND AND ISC",
    "MIT WITH",
    "MIT/ISC",
    "MIT, ISC",
    "MIT and ISC",
    "(MIT OR NONE)",
    "https://example.invalid/licence",
    `${"(".repeat(40)}MIT${")".repeat(40)}`,
    `MIT${" OR MIT".repeat(EXPRESSION_CHARS_MAX)}`,
  ];
  for (const text of NONE)
    test(`${JSON.stringify(text.slice(0, 40))} is no expression`, () => assert.equal(refused(text), null));
});

test("what is printed is read back, and of a choice the allowed branch decides", () => {
  const licence = fc.constantFrom("MIT", "ISC", "GPL-3.0-only", "LGPL-2.1+");
  const { expression } = fc.letrec<{ expression: string }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 4 },
      licence,
      fc
        .tuple(tie("expression"), fc.constantFrom("AND", "OR"), tie("expression"))
        .map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    ),
  }));
  const isAllowed = (one: LicenceExpression): boolean => {
    if (one.kind === "licence") return ["MIT", "ISC"].includes(one.id);
    return one.kind === "or" ? one.parts.some(isAllowed) : one.parts.every(isAllowed);
  };
  fc.assert(
    fc.property(expression, (text) => {
      const parsed = parseLicence(text);
      assert.ok(parsed !== null, text);
      assert.equal(refusedLicences(parsed, ALLOWED).length === 0, isAllowed(parsed), text);
    }),
  );
});
