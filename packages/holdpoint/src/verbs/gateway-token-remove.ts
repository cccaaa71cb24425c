import { resolve } from "node:path";
import { HoldpointError } from "@holdpoint/core";
import { TokenStore } from "@holdpoint/gateway";
import type { GatewayTokenFlags } from "../commands/gateway.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import type { Answer } from "../verb.ts";

export default async function gatewayTokenRemove(host: Host, flags: GatewayTokenFlags, id: string): Promise<Answer> {
  const store = TokenStore.open(resolve(host.cwd, flags.data), host);
  if (!store.remove(id)) throw new HoldpointError("HP-USAGE", `there is no token ${id}`);
  return {
    exit: EXIT.pass,
    json: () => ({ schema: "holdpoint/gateway-token-removed/v1", id }),
    text: () => `Removed ${id}. A gateway that runs refuses it after SIGHUP.`,
  };
}
