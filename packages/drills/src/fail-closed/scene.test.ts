import assert from "node:assert/strict";
import { test } from "node:test";
import { BROKEN_POLICY, gatewayFile, POLICY } from "./scene.ts";

interface Adapter {
  readonly name: string;
  readonly base_url: string;
  readonly allow_networks: readonly string[];
  readonly operations: readonly { readonly path: string; readonly risk: string; readonly name: string }[];
}

const file = gatewayFile({ upstreamUrl: "http://up", deafUrl: "http://deaf", moduleFile: "m" }, "http://elsewhere");
const { adapters } = JSON.parse(file) as { readonly adapters: readonly Adapter[] };

test("every adapter leads to its own path of the one that counts, but the one that is sent elsewhere", () => {
  assert.ok(adapters.length >= 7);
  for (const { name, base_url: url, operations } of adapters) {
    assert.equal(url, name === "redirected" ? "http://elsewhere" : "http://up", name);
    assert.deepEqual(
      operations.map((one) => [one.name, one.path]),
      [["run", `/${name}`]],
    );
  }
});

test("only one adapter may reach no network, and only one needs a person", () => {
  const names = (isOne: (adapter: Adapter) => boolean): string[] => adapters.filter(isOne).map(({ name }) => name);
  assert.deepEqual(
    names(({ allow_networks: networks }) => networks.length === 0),
    ["private"],
  );
  assert.deepEqual(
    names(({ operations }) => operations.some(({ risk }) => risk !== "low")),
    ["asked"],
  );
});

test("the policy names every adapter but one, which nobody has a rule for", () => {
  const named = [...POLICY.matchAll(/^ {4}adapters: \[(.*)\]$/gm)].flatMap(([, list = ""]) => list.split(", "));
  assert.deepEqual(
    adapters.map(({ name }) => name).filter((name) => !named.includes(name)),
    ["unruled"],
  );
});

test("the broken policy would allow what no rule allows, if its error were none", () => {
  assert.match(BROKEN_POLICY, /adapters: \["\*"\], then: allow/);
  assert.match(BROKEN_POLICY, /then: perhaps/);
});
