import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { dependenciesScene, lockedPackage } from "../../../scenes/dependencies.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("dependencies", check);

const SHA1 = "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=";
const STRONG = [`sha512-${"A".repeat(86)}==`, `sha384-${"A".repeat(64)}`, `sha256-${"A".repeat(43)}=`];

const code = (integrity: string | null): string =>
  judgeScene(check, dependenciesScene({ packages: [lockedPackage("a", { integrity })] })).code;

test("strong digests pass, alone and beside weak ones", () => {
  for (const one of STRONG) {
    assert.equal(code(one), "pass");
    assert.equal(code(`${SHA1} ${one}`), "pass");
    assert.equal(code(`${one}?opt`), "pass");
    assert.equal(code(one.slice(0, -1)), "integrity-weak");
  }
});

test("anything else does not", () => {
  for (const one of ["", SHA1, "md5-x", "sha512-", `sha512-${"A".repeat(88)}`, `sha512-${"!".repeat(86)}==`]) {
    assert.equal(code(one), "integrity-weak", one);
  }
  assert.equal(code(null), "integrity-absent");
});

test("an allowed package is let through by name", () => {
  const packages = [lockedPackage("a", { integrity: null }), lockedPackage("b", { integrity: null })];
  const result = judgeScene(check, { ...dependenciesScene({ packages }), params: { allow: ["a"] } });
  assert.equal(result.reason, "1 of 2 packages without a digest: node_modules/b");
});
