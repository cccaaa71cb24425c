import { resolve } from "node:path";
import type { ErrorCode } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { GatewayConfig } from "../contract/gateway-config.ts";
import type { Environment } from "./environment.ts";
import { normalize } from "./normalize.ts";
import type { RawConfig } from "./raw-config.ts";
import { referenceTroubles } from "./references.ts";
import { refuseTroubles } from "./trouble.ts";
import { schemaTroubles } from "./validate.ts";
import type { ConfigDocument } from "./yaml-document.ts";
import { readYaml } from "./yaml-document.ts";

/** What a configuration refers to outside of itself. */
export interface ConfigSurroundings {
  /** Absolute; relative paths start from it. */
  readonly folder: string;
  readonly env: Environment;
  /** Text of the file at an absolute path; may throw anything. */
  readonly readText: (path: string) => string;
}

/**
 * Reads `gateway.yaml`: YAML, then its JSON Schema, then what it refers to. The policy is a file beside it or stands in
 * it; in both cases the policy's own errors name lines of the file that it was written in.
 *
 * @param file how errors name the file
 * @throws HoldpointError `HP-GATEWAY-CONFIG`, with line and column
 * @example
 * readGatewayConfig(
 *   `version: 1
 * policy: policy.yaml
 * adapters:
 *   - name: payments
 *     kind: http
 *     base_url: https://payments.example.com
 *     headers: { authorization: "Bearer \${env:PAYMENTS_TOKEN}" }
 *     operations:
 *       - { name: refund, risk: high, method: POST, path: "/refunds", timeout: 30s,
 *           arguments_schema: { type: object, required: [charge], properties: { charge: { type: string } } } }
 * `,
 *   "gateway.yaml",
 *   { folder: "/srv/gateway", env: process.env, readText },
 * ).listen; // { host: "127.0.0.1", port: 8377 }
 */
export function readGatewayConfig(text: string, file: string, surroundings: ConfigSurroundings): GatewayConfig {
  const code = (): ErrorCode => "HP-GATEWAY-CONFIG";
  const document = readYaml(text, file, "HP-GATEWAY-CONFIG");
  refuseTroubles(document, schemaTroubles(document.value), code);
  const raw = document.value as RawConfig;
  refuseTroubles(document, referenceTroubles(raw, surroundings.env), code);
  return normalize(raw, policyOf(raw, document, surroundings), surroundings.folder, surroundings.env);
}

function policyOf(
  { policy }: RawConfig,
  document: ConfigDocument,
  { folder, readText }: ConfigSurroundings,
): GatewayConfig["policy"] {
  if (typeof policy !== "string") return { file: document.file, text: document.textOf(["policy"]) };
  const path = resolve(folder, policy);
  try {
    return { file: path, text: readText(path) };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const place = document.place(["policy"], "value");
    throw new HoldpointError("HP-GATEWAY-CONFIG", `the policy cannot be read: ${why}`, place, cause);
  }
}
