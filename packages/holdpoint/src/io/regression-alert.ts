import type { RunResult } from "@holdpoint/release";
import { regressionMessage } from "../digest/regression-message.ts";
import type { Host } from "../host.ts";
import type { LoadedConfig } from "./config-file.ts";
import type { DeliveryTerms } from "./digest-delivery.ts";
import { deliver } from "./digest-delivery.ts";

/**
 * Tells everybody who wants to hear of a release that `coverage-regression` holds, once its verdict is on record.
 * Says on stderr who was not reached; never throws, because no verdict depends on it.
 */
export async function regressionAlert(
  host: Host,
  { root, config: { alerts } }: Pick<LoadedConfig, "root" | "config">,
  result: Pick<RunResult, "judgement">,
  post?: DeliveryTerms["post"],
): Promise<void> {
  if (alerts === undefined) return;
  const message = regressionMessage(result);
  if (message === null) return;
  const deliveries = await deliver(message, { alerts, root, host, ...(post === undefined ? {} : { post }) });
  for (const { to, delivered, told } of deliveries) {
    if (!delivered) host.stderr.write(`holdpoint: warning: nobody was told at ${to}: ${told}\n`);
  }
}
