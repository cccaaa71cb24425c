import type { ErrorCode, Json } from "@holdpoint/core";
import { digestOf, HoldpointError } from "@holdpoint/core";
import { refuseTroubles } from "../config/trouble.ts";
import type { ConfigDocument } from "../config/yaml-document.ts";
import { readYaml } from "../config/yaml-document.ts";
import type { CompiledPolicy } from "./compile-policy.ts";
import { compilePolicy } from "./compile-policy.ts";
import { normalizePolicy } from "./normalize-policy.ts";
import { meaningTroubles, shapeTroubles } from "./policy-troubles.ts";
import { placeWithin } from "./place-within.ts";
import type { RawPolicy } from "./raw-policy.ts";

/** A policy that can be put in force. */
export interface LoadedPolicy extends CompiledPolicy {
  /** Digest of the policy's RFC 8785 form, defaults filled in: comments and the order of keys do not change it. */
  readonly digest: string;
}

/**
 * Reads a policy file: YAML, its JSON Schema (`schemas/policy.v1.json`), its meaning, then each CEL expression, parsed
 * and type-checked.
 *
 * All rules are looked at. A rule fits when its adapters, operations, roles and `when` do. Any deny that fits wins,
 * then any escalate, then any allow; where none fits the action is denied. Numbers in `args` are doubles: they compare
 * with whole numbers (`args.amount > 100`), and are added to doubles only (`args.amount + 1.0`). A field that may be
 * missing is asked for first (`has(args.amount) && args.amount > 100`), since whatever fails while it is evaluated is a
 * denial. What an operation takes is said by its arguments' schema.
 *
 * @param file how errors name the file
 * @throws HoldpointError `HP-GATEWAY-POLICY` with file, line and column
 * @example
 * readPolicy(
 *   `version: 1
 * rules:
 *   - id: small-refunds
 *     adapters: [payments]
 *     operations: [refund]
 *     roles: [requester]
 *     when: 'args.amount <= 100 && !dry_run'
 *     then: allow
 *   - id: large-refunds
 *     adapters: [payments]
 *     operations: [refund]
 *     when: 'args.amount > 100'
 *     then: escalate
 *     reason: more than 100 needs a second person
 *     raise_risk_to: high
 *   - id: nothing-on-behalf-of-bots
 *     when: 'actor.startsWith("bot-") && generation > 0'
 *     then: deny
 * escalate_from: high
 * budgets:
 *   - { id: refunds-daily, adapters: [payments], per: actor, window: 24h, limit: 1000, amount: 'args.amount' }
 * approvals: { ttl: 120s, per_session: 10, in_all: 1000 }
 * `,
 *   "policy.yaml",
 * ).digest; // "sha256:…"
 */
export function readPolicy(text: string, file: string): LoadedPolicy {
  const code = (): ErrorCode => "HP-GATEWAY-POLICY";
  const document = readYaml(text, file, "HP-GATEWAY-POLICY");
  refuseTroubles(document, shapeTroubles(document.value), code);
  const raw = document.value as RawPolicy;
  refuseTroubles(document, meaningTroubles(raw), code);
  const policy = normalizePolicy(raw);
  const compiled = compilePolicy(policy, (path, expression, fault) => {
    const place = placeWithin(text, document.place(path, "value"), expression, fault.offset);
    throw new HoldpointError("HP-GATEWAY-POLICY", `${named(document, path)}: ${fault.text}`, place);
  });
  return { ...compiled, digest: digestOf(policy as unknown as Json) };
}

function named(document: ConfigDocument, path: readonly string[]): string {
  const [list, index, key] = path;
  const items = (document.value as Readonly<Record<string, readonly { readonly id: string }[]>>)[list ?? ""];
  return `"${key}" of the ${list === "rules" ? "rule" : "budget"} "${items?.[Number(index)]?.id}"`;
}
