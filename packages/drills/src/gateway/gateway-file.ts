import type { Json, JsonObject } from "@holdpoint/core";

/** An adapter of a drill's gateway: one operation, `do`, of an HTTP service on this machine. */
export interface DrillAdapter {
  readonly name: string;
  readonly url: string;
  readonly idempotent: boolean;
  /** Longest time of one attempt, e.g. `400ms`. */
  readonly timeout?: string;
  /** False: loopback is not among the networks that it may reach. */
  readonly mayReach?: boolean;
}

export interface DrillRule {
  readonly id: string;
  readonly adapters: readonly string[];
  readonly decision: "allow" | "deny" | "escalate";
}

/** The path of every adapter's calls at its upstream. */
export function pathOf(adapter: string): string {
  return `/${adapter}`;
}

/** `gateway.yaml`, as JSON, which YAML takes as it is. */
export function gatewayFileText(terms: {
  readonly policyFile: string;
  readonly adapters: readonly DrillAdapter[];
  readonly settings: JsonObject;
}): string {
  const { policyFile, adapters, settings } = terms;
  return JSON.stringify({ version: 1, policy: policyFile, adapters: adapters.map(adapterJson), settings });
}

/** A policy of rules; what no rule names is denied. */
export function policyText(rules: readonly DrillRule[], approvalTtl: string): string {
  return [
    "version: 1",
    "rules:",
    ...rules.map(
      ({ id, adapters, decision }) => `  - { id: ${id}, adapters: ${JSON.stringify(adapters)}, then: ${decision} }`,
    ),
    "escalate_from: high",
    `approvals: { ttl: ${approvalTtl}, per_session: 100, in_all: 1000 }`,
    "",
  ].join("\n");
}

function adapterJson({ name, url, idempotent, timeout, mayReach = true }: DrillAdapter): Json {
  return {
    kind: "http",
    name,
    base_url: url,
    allow_networks: mayReach ? ["127.0.0.0/8"] : [],
    operations: [
      {
        name: "do",
        idempotent,
        risk: "low",
        arguments_schema: { type: "object", properties: { n: { type: "integer" } } },
        method: "POST",
        path: pathOf(name),
        status_path: "/status/{idempotency_key}",
        ...(timeout === undefined ? {} : { timeout }),
      },
    ],
  };
}
