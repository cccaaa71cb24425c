import type { JsonObject } from "@holdpoint/core";
import type { HttpOperation } from "../contract/gateway-config.ts";
import type { Risk } from "../contract/risk.ts";

/** `gateway.yaml` as it was written, after its JSON Schema has accepted it. */
export interface RawConfig {
  readonly version: 1;
  readonly listen?: { readonly host?: string; readonly port?: number };
  /** Name of a file, or the policy itself. */
  readonly policy: string | JsonObject;
  readonly adapters: readonly RawAdapter[];
  readonly settings?: JsonObject;
}

export type RawAdapter = RawHttpAdapter | RawCommandAdapter | RawFunctionAdapter;

export interface RawHttpAdapter {
  readonly kind: "http";
  readonly name: string;
  readonly base_url: string;
  readonly allow_networks?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly connections?: number;
  readonly operations: readonly RawHttpOperation[];
}

export interface RawCommandAdapter {
  readonly kind: "command";
  readonly name: string;
  readonly operations: readonly RawCommandOperation[];
}

export interface RawFunctionAdapter {
  readonly kind: "function";
  readonly name: string;
  readonly module: string;
  readonly operations: readonly RawOperation[];
}

export interface RawOperation {
  readonly name: string;
  readonly title?: string;
  readonly idempotent?: boolean;
  readonly risk: Risk;
  readonly arguments_schema: JsonObject;
  readonly result_schema?: JsonObject | null;
  readonly timeout?: string;
}

export interface RawHttpOperation extends RawOperation {
  readonly method: HttpOperation["method"];
  readonly path: string;
  readonly status_path?: string;
}

export interface RawCommandOperation extends RawOperation {
  readonly command: readonly string[];
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly output_size_bytes?: number;
}
