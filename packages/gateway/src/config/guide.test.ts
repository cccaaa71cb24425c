import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createGuardian } from "../guardian/create-guardian.ts";
import { readGatewayConfig } from "./read-gateway-config.ts";

const guide = readFileSync(new URL("../../../../docs/guides/gateway.md", import.meta.url), "utf8");

/** The one YAML block of the guide with that label. */
function block(label: string): string {
  const found = [...guide.matchAll(new RegExp(`^\`\`\`yaml ${label}\\n(.*?)^\`\`\``, "gms"))];
  assert.equal(found.length, 1, `the guide has ${found.length} blocks "${label}"`);
  return found[0]?.[1] ?? "";
}

test("the guide's gateway.yaml and policy are read as they stand", () => {
  const readText = (): string => block("policy");
  const config = readGatewayConfig(block("gateway"), "gateway.yaml", {
    folder: "/srv",
    env: { PAYMENTS_TOKEN: "secret" },
    readText,
  });
  assert.deepEqual(
    config.adapters.map(({ name, kind }) => [name, kind]),
    [
      ["payments", "http"],
      ["archive", "command"],
    ],
  );
  const guardian = createGuardian({ policyText: config.policy.text, file: config.policy.file });
  const [payments] = config.adapters;
  const ask = (amount: number): string => {
    const args = { charge: "ch_1", amount };
    return guardian.preview({
      principal: { actor: "ann", roles: new Set(["requester"]) },
      adapter: "payments",
      operation: payments?.operations[0] ?? null,
      operationName: "refund",
      arguments: args,
      argumentsDigest: "",
      sessionId: null,
      risk: null,
      dryRun: false,
      generation: 0,
      nowMs: 0,
    }).decision;
  };
  assert.deepEqual([ask(100), ask(101), ask(0)], ["ALLOW", "ESCALATE", "DENY"]);
});
