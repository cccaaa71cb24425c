import type { JsonObject } from "@holdpoint/core";
import type { OperationSpec } from "./adapter.ts";

/** `gateway.yaml` after reading: defaults filled in, paths absolute, durations in milliseconds. */
export interface GatewayConfig {
  readonly listen: { readonly host: string; readonly port: number };
  /** The policy's text and where it came from, for errors and reloads. */
  readonly policy: { readonly file: string; readonly text: string };
  readonly adapters: readonly AdapterConfig[];
  /** Settings that differ from their defaults, as a merge patch of `Settings`. */
  readonly settings: JsonObject;
  /** True for the gateway that starts without a configuration. */
  readonly trial: boolean;
}

export type AdapterConfig = HttpAdapterConfig | CommandAdapterConfig | FunctionAdapterConfig;

export interface HttpAdapterConfig {
  readonly kind: "http";
  readonly name: string;
  /** Absolute URL; operations' paths are appended. */
  readonly baseUrl: string;
  /**
   * CIDR networks that the resolved address must lie in, besides public ones: loopback and private are off by
   * default.
   */
  readonly allowNetworks: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly operations: readonly (OperationSpec & HttpOperation)[];
}

export interface HttpOperation {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /**
   * `/orders/{order_id}`: names in braces are taken out of the arguments and escaped; the rest is the JSON body or,
   * for GET and DELETE, the query.
   */
  readonly path: string;
  /** Where an attempt's outcome can be asked: GET, 200 = happened, 404 = did not, anything else = not known. */
  readonly statusPath: string | null;
}

export interface CommandAdapterConfig {
  readonly kind: "command";
  readonly name: string;
  readonly operations: readonly (OperationSpec & CommandOperation)[];
}

export interface CommandOperation {
  /**
   * Program and arguments, no shell; `{name}` as a whole argument is replaced by that argument's text. The arguments
   * also come as JSON on stdin.
   */
  readonly command: readonly string[];
  readonly folder: string | null;
  readonly environment: Readonly<Record<string, string>>;
  readonly outputSizeBytesMax: number;
}

export interface FunctionAdapterConfig {
  readonly kind: "function";
  readonly name: string;
  /** Module whose default export maps operation names to functions of (arguments, call). */
  readonly module: string;
  readonly operations: readonly OperationSpec[];
}
