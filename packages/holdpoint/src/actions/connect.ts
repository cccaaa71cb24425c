import { resolve } from "node:path";
import { HoldpointError } from "@holdpoint/core";
import type { GatewayClient } from "@holdpoint/gateway/client";
import { createClient } from "@holdpoint/gateway/client";
import type { Host } from "../host.ts";
import { readTextFile } from "../io/text-file.ts";

/** Flags of every verb that asks a gateway. */
export type ConnectionFlags = {
  readonly url: string;
  readonly tokenFile?: string;
};

export const TOKEN_VARIABLE = "HOLDPOINT_TOKEN";
/** A person waits: an absent gateway is told within a second or two. */
const RETRIES = 3;

/** @throws HoldpointError `HP-USAGE` without a token, or with a URL that is none */
export function connect(host: Host, { url, tokenFile }: ConnectionFlags): GatewayClient {
  const token = tokenFile === undefined ? host.env[TOKEN_VARIABLE] : readTextFile(resolve(host.cwd, tokenFile));
  const trimmed = token?.trim() ?? "";
  if (!/^[!-~]+$/.test(trimmed)) {
    throw new HoldpointError(
      "HP-USAGE",
      `a token is needed: --token-file FILE, or ${TOKEN_VARIABLE} in the environment`,
    );
  }
  return createClient({ url, token: trimmed, retries: RETRIES });
}
