import { resolve } from "node:path";
import { TokenStore } from "@holdpoint/gateway";
import type { GatewayTokenFlags } from "../commands/gateway.ts";
import { EXIT } from "../exit-codes.ts";
import { table } from "../format/table.ts";
import type { Host } from "../host.ts";
import type { Answer } from "../verb.ts";

export default async function gatewayTokenList(host: Host, flags: GatewayTokenFlags): Promise<Answer> {
  const tokens = TokenStore.open(resolve(host.cwd, flags.data), host)
    .list()
    .map(({ id, actor, roles, createdAt }) => ({ id, actor, roles, createdAt }));
  return {
    exit: EXIT.pass,
    json: () => ({ schema: "holdpoint/gateway-tokens/v1", tokens }),
    text: () =>
      table(tokens.map(({ id, actor, roles, createdAt }) => [id, actor, roles.join(","), createdAt])).join("\n") ||
      "There is no token.",
  };
}
