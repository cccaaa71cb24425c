import assert from "node:assert/strict";
import { test } from "node:test";
import { gatewayFileText, pathOf, policyText } from "./gateway-file.ts";

test("a configuration names the policy, each adapter's network and its limits", () => {
  const adapters = [
    { name: "a", url: "http://127.0.0.1:1", idempotent: true, timeout: "150ms" },
    { name: "b", url: "http://127.0.0.1:2", idempotent: false, mayReach: false },
  ];
  const text = gatewayFileText({ policyFile: "/p.yaml", adapters, settings: { retry: { base_ms: 5 } } });
  const { version, policy, settings, adapters: read } = JSON.parse(text);
  assert.deepEqual([version, policy, settings], [1, "/p.yaml", { retry: { base_ms: 5 } }]);
  assert.deepEqual(
    read.map((one: Record<string, unknown>) => [one["name"], one["base_url"], one["allow_networks"]]),
    [
      ["a", "http://127.0.0.1:1", ["127.0.0.0/8"]],
      ["b", "http://127.0.0.1:2", []],
    ],
  );
  const [first, second] = read.map((one: { operations: readonly object[] }) => one.operations[0]);
  assert.deepEqual([first.idempotent, first.timeout, first.path], [true, "150ms", "/a"]);
  assert.deepEqual([second.idempotent, "timeout" in second, second.path], [false, false, pathOf("b")]);
});

test("a policy has its rules in order and the time that an approval may take", () => {
  const text = policyText(
    [
      { id: "all", adapters: ["*"], decision: "allow" },
      { id: "ask", adapters: ["a", "b"], decision: "escalate" },
    ],
    "2s",
  );
  assert.deepEqual(text.split("\n"), [
    "version: 1",
    "rules:",
    '  - { id: all, adapters: ["*"], then: allow }',
    '  - { id: ask, adapters: ["a","b"], then: escalate }',
    "escalate_from: high",
    "approvals: { ttl: 2s, per_session: 100, in_all: 1000 }",
    "",
  ]);
});
