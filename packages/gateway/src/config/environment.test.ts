import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { headerTroubles, headerValue, strayVariables } from "./environment.ts";

const told = (headers: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}): string[] =>
  headerTroubles(headers, ["headers"], env).map(({ path, at, text }) => `${path.join(".")} ${at}: ${text}`);

describe("variables in header values", () => {
  test("are put in wherever they stand, as often as they stand", () => {
    const env = { A: "one", B_2: "two" };
    assert.equal(headerValue("${env:A} and ${env:B_2}${env:A}", env), "one and twoone");
    assert.equal(headerValue("$A {A} ${A}", env), "$A {A} ${A}");
  });

  test("a value is not looked through for variables again", () => {
    assert.equal(headerValue("${env:A}", { A: "${env:B}", B: "secret" }), "${env:B}");
  });

  test("what the environment inherits is no variable", () => {
    assert.equal(told({ x: "${env:toString}" }, Object.create({}) as Record<string, string>).length, 1);
  });
});

describe("headers that cannot be sent", () => {
  test("sound ones have no trouble", () => {
    assert.deepEqual(told({ accept: "application/json", "x-key": "${env:K}" }, { K: "\tk ~" }), []);
  });

  test("the gateway's own, in any case", () => {
    const own = ["Host", "content-length", "Transfer-Encoding", "IDEMPOTENCY-KEY", "traceparent", "X-Correlation-ID"];
    for (const name of own) assert.match(told({ [name]: "x" }).join(), /is set by the gateway itself/, name);
  });

  test("line breaks and what is not ASCII", () => {
    for (const value of ["a\nb", "a\rb", "a\0b", "é", "\u007f"]) {
      assert.equal(told({ x: value }).length, 1, JSON.stringify(value));
      assert.equal(told({ x: "${env:V}" }, { V: value }).length, 1, JSON.stringify(value));
    }
  });
});

test("variables elsewhere are found at any depth", () => {
  const found = strayVariables({ a: ["x", { b: "${env:X}" }], headers: { h: "${env:X}" }, c: "${env:" });
  assert.deepEqual(
    found.map(({ path }) => path.join(".")),
    ["a.1.b", "c"],
  );
});
