import { resolve } from "node:path";
import { TokenStore } from "@holdpoint/gateway";
import type { GatewayTokenAddFlags } from "../commands/gateway.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import type { Answer } from "../verb.ts";

export default async function gatewayTokenAdd(host: Host, flags: GatewayTokenAddFlags, actor: string): Promise<Answer> {
  const store = TokenStore.open(resolve(host.cwd, flags.data), host);
  const { record, token } = store.add(actor, flags.roles.split(","));
  return {
    exit: EXIT.pass,
    json: () => ({ schema: "holdpoint/gateway-token/v1", ...record, token }),
    text: () =>
      [
        token,
        `It is ${record.id} of ${actor} (${record.roles.join(", ")}), shown this once; only its digest is kept.`,
        "A gateway that runs takes it after SIGHUP.",
      ].join("\n"),
  };
}
