import assert from "node:assert/strict";
import { test } from "node:test";
import { HoldpointError } from "@holdpoint/core";
import fc from "fast-check";
import { stringify } from "yaml";
import { readGatewayConfig } from "./read-gateway-config.ts";

const RUNS = 300;
const SURROUNDINGS = { folder: "/srv", env: { TOKEN: "t" }, readText: (): string => "version: 1\nrules: []\n" };

const WHOLE = {
  version: 1,
  listen: { host: "127.0.0.1", port: 1 },
  policy: "policy.yaml",
  adapters: [
    {
      name: "a",
      kind: "http",
      base_url: "https://a.example",
      headers: { x: "${env:TOKEN}" },
      operations: [{ name: "o", risk: "low", arguments_schema: {}, method: "GET", path: "/", timeout: "1s" }],
    },
    {
      name: "b",
      kind: "command",
      operations: [{ name: "o", risk: "low", arguments_schema: {}, command: ["x"] }],
    },
  ],
  settings: { retry: { base_ms: 5 } },
};

/** Every place in a value, as a path. */
function paths(value: unknown, path: readonly string[] = []): string[][] {
  const below =
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, member]) => paths(member, [...path, key]))
      : [];
  return [[...path], ...below];
}

function replaced(value: unknown, [step, ...rest]: readonly string[], by: unknown): unknown {
  if (step === undefined) return by;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...(value as object) };
  (copy as Record<string, unknown>)[step] = replaced((value as Record<string, unknown>)[step], rest, by);
  return copy;
}

/** True when it was read; a refusal must be the registered one, with a line that the text has. */
function isRead(text: string): boolean {
  try {
    readGatewayConfig(text, "gateway.yaml", SURROUNDINGS);
    return true;
  } catch (error) {
    assert.ok(error instanceof HoldpointError, String(error));
    assert.equal(error.code, "HP-GATEWAY-CONFIG");
    const { line = 1 } = error.place;
    assert.ok(line >= 1 && line <= text.split(/\r\n|\r|\n/).length + 1, `line ${line} of ${JSON.stringify(text)}`);
    return false;
  }
}

test("any text is read or refused with the registered error and a line of it", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: "binary" })), (text) => {
      assert.equal(isRead(text), false);
    }),
    { numRuns: RUNS },
  );
});

test("a whole configuration with any one value replaced by anything", () => {
  const places = paths(WHOLE);
  assert.ok(places.length > 30);
  assert.equal(isRead(stringify(WHOLE)), true);
  let refused = 0;
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.jsonValue(), (path, value) => {
      if (!isRead(stringify(replaced(WHOLE, path, value)))) refused += 1;
    }),
    { numRuns: RUNS },
  );
  assert.ok(refused > RUNS / 4, `${refused} refused`);
});
