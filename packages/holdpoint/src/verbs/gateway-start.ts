import { resolve } from "node:path";
import type { GatewayConfig } from "@holdpoint/gateway";
import { readGatewayConfigFile, startGateway, trialConfig } from "@holdpoint/gateway";
import type { GatewayStartFlags } from "../commands/gateway.ts";
import { serve } from "../gateway/serve.ts";
import type { Host } from "../host.ts";
import type { Answer } from "../verb.ts";

export default async function gatewayStart(host: Host, flags: GatewayStartFlags): Promise<Answer> {
  const { gateway: file, data, port, json, quiet } = flags;
  const readConfig = (): GatewayConfig =>
    file === undefined ? trialConfig() : readGatewayConfigFile(resolve(host.cwd, file), host.env);
  const terms = { readConfig, dataDir: resolve(host.cwd, data), host: flags.host, port, json, quiet };
  return serve(host, terms, startGateway);
}
