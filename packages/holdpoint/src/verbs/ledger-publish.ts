import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import { loadConfig } from "../io/config-file.ts";
import { publishPromotion } from "../io/publish-promotion.ts";
import { GATES } from "../registry.ts";
import type { Answer, CommonFlags } from "../verb.ts";

export default async function ledgerPublish(host: Host, flags: CommonFlags): Promise<Answer> {
  const { root, config } = loadConfig(host.cwd, flags.config, GATES);
  const { service, environment } = config;
  const written = publishPromotion(root, { service, environment }, host.nowMs);
  return {
    exit: EXIT.pass,
    json: () => ({ schema: "holdpoint/publication/v1", service, environment, written }),
    text: () => `Written: ${written.join(", ")}\nCommit them, so that a fresh clone knows the last promotion.`,
  };
}
