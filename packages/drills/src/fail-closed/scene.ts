import type { JsonObject } from "@holdpoint/core";
import type { Destinations } from "../error-taxonomy/scene.ts";

const LOOPBACK = "127.0.0.0/8";

export const POLICY = `version: 1
rules:
  - id: counting
    adapters: [count, asked, private, redirected]
    then: allow
  - id: within-the-budget
    adapters: [budgeted]
    then: allow
  - id: throws-without-its-argument
    adapters: [thrower]
    when: args.needed == 1
    then: allow
escalate_from: high
budgets:
  - id: drill-budget
    adapters: [budgeted]
    operations: ["*"]
    per: actor
    window: 24h
    limit: 3
    amount: args.amount
approvals: { ttl: 3s, per_session: 10, in_all: 100 }
`;

/** Would allow what no rule allows, if the second rule were none. */
export const BROKEN_POLICY = `version: 1
rules:
  - { id: everything, adapters: ["*"], then: allow }
  - { id: broken, adapters: ["*"], then: perhaps }
`;

/** A gateway whose every adapter leads to a counting upstream, each at a path of its name. */
export function gatewayFile({ upstreamUrl }: Destinations, redirectorUrl: string): string {
  const adapter = (name: string, more: JsonObject = {}, operation: JsonObject = {}): JsonObject => ({
    name,
    kind: "http",
    base_url: upstreamUrl,
    allow_networks: [LOOPBACK],
    operations: [
      { name: "run", method: "POST", path: `/${name}`, idempotent: true, risk: "low", ...ARGUMENTS, ...operation },
    ],
    ...more,
  });
  const config: JsonObject = {
    version: 1,
    policy: "policy.yaml",
    settings: { retry: { base_ms: 5, cap_ms: 10, execution_error: 0 } },
    adapters: [
      adapter("count"),
      adapter("unruled"),
      adapter("thrower"),
      adapter("budgeted"),
      adapter("asked", {}, { risk: "high" }),
      adapter("private", { allow_networks: [] }),
      adapter("redirected", { base_url: redirectorUrl }),
    ],
  };
  return JSON.stringify(config, null, 2);
}

const ARGUMENTS: JsonObject = {
  arguments_schema: {
    type: "object",
    required: ["text"],
    properties: { text: { type: "string" }, amount: {}, needed: { type: "integer" } },
  },
};
