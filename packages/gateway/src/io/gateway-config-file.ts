import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { HoldpointError } from "@holdpoint/core";
import type { Environment } from "../config/environment.ts";
import { readGatewayConfig } from "../config/read-gateway-config.ts";
import type { GatewayConfig } from "../contract/gateway-config.ts";

const FILE_SIZE_BYTES_MAX = 1_048_576;

/**
 * Reads the file `gateway.yaml`, and the policy's file beside it.
 *
 * @param file absolute, or relative to the process's folder
 * @throws HoldpointError `HP-GATEWAY-CONFIG`
 */
export function readGatewayConfigFile(file: string, env: Environment): GatewayConfig {
  let text: string;
  try {
    text = readText(file);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new HoldpointError("HP-GATEWAY-CONFIG", `the file cannot be read: ${why}`, { file }, cause);
  }
  return readGatewayConfig(text, file, { folder: dirname(resolve(file)), env, readText });
}

/** Text of a small UTF-8 file; throws where it is none. */
function readText(path: string): string {
  const { size } = statSync(path);
  if (size > FILE_SIZE_BYTES_MAX)
    throw new RangeError(`${size} bytes are more than the limit of ${FILE_SIZE_BYTES_MAX}`);
  return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
}
