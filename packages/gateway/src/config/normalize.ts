import { durationMs } from "@holdpoint/core";
import { resolve } from "node:path";
import type { OperationSpec } from "../contract/adapter.ts";
import type {
  AdapterConfig,
  CommandOperation,
  GatewayConfig,
  HttpAdapterConfig,
  HttpOperation,
} from "../contract/gateway-config.ts";
import type { Environment } from "./environment.ts";
import { headerValue } from "./environment.ts";
import type {
  RawAdapter,
  RawCommandOperation,
  RawConfig,
  RawHttpAdapter,
  RawHttpOperation,
  RawOperation,
} from "./raw-config.ts";

export const HOST_DEFAULT = "127.0.0.1";
export const PORT_DEFAULT = 8377;
export const CONNECTIONS_DEFAULT = 64;
export const OUTPUT_SIZE_BYTES_DEFAULT = 262_144;

/**
 * Fills in every default, makes paths absolute and turns durations into milliseconds.
 *
 * @param folder the one that relative paths start from; absolute
 */
export function normalize(
  raw: RawConfig,
  policy: GatewayConfig["policy"],
  folder: string,
  env: Environment,
): GatewayConfig {
  return {
    listen: { host: raw.listen?.host ?? HOST_DEFAULT, port: raw.listen?.port ?? PORT_DEFAULT },
    policy,
    adapters: raw.adapters.map((one) => adapter(one, folder, env)),
    settings: raw.settings ?? {},
    trial: false,
  };
}

function adapter(raw: RawAdapter, folder: string, env: Environment): AdapterConfig {
  const { kind, name } = raw;
  if (kind === "http") return httpAdapter(raw, env);
  if (kind === "command") {
    return { kind, name, operations: raw.operations.map((one) => ({ ...operation(one), ...command(one, folder) })) };
  }
  return { kind, name, module: resolve(folder, raw.module), operations: raw.operations.map(operation) };
}

function httpAdapter(raw: RawHttpAdapter, env: Environment): HttpAdapterConfig {
  const headers = Object.entries(raw.headers ?? {}).map(([name, text]): [string, string] => [
    name,
    headerValue(text, env),
  ]);
  return {
    kind: "http",
    name: raw.name,
    baseUrl: raw.base_url,
    allowNetworks: raw.allow_networks ?? [],
    headers: Object.fromEntries(headers),
    connections: raw.connections ?? CONNECTIONS_DEFAULT,
    operations: raw.operations.map((one) => ({ ...operation(one), ...http(one) })),
  };
}

function operation(raw: RawOperation): OperationSpec {
  return {
    name: raw.name,
    title: raw.title ?? raw.name,
    // Not promised is not idempotent: what was sent is never sent again.
    idempotent: raw.idempotent ?? false,
    risk: raw.risk,
    argumentsSchema: raw.arguments_schema,
    resultSchema: raw.result_schema ?? null,
    timeoutMs: raw.timeout === undefined ? null : durationMs(raw.timeout),
  };
}

function http(raw: RawHttpOperation): HttpOperation {
  return { method: raw.method, path: raw.path, statusPath: raw.status_path ?? null };
}

function command(raw: RawCommandOperation, folder: string): CommandOperation {
  return {
    command: raw.command,
    folder: resolve(folder, raw.folder ?? "."),
    environment: raw.environment ?? {},
    outputSizeBytesMax: raw.output_size_bytes ?? OUTPUT_SIZE_BYTES_DEFAULT,
  };
}
