import { join } from "node:path";
import type { Adapter } from "../../contract/adapter.ts";
import { appendAdapter } from "./append.ts";
import { echoAdapter } from "./echo.ts";
import { failAdapter } from "./fail.ts";
import { notifyAdapter } from "./notify.ts";
import { sleepAdapter } from "./sleep.ts";

/**
 * The adapters of the gateway that starts without a configuration. `append` and `notify` keep their effects in
 * `append.jsonl` and `notify.jsonl` of the folder, which are read here: what is in them has happened.
 *
 * @throws HoldpointError `HP-GATEWAY-DATA` for a file that holds something else
 */
export function trialAdapters({ folder }: { readonly folder: string }): Adapter[] {
  return [
    echoAdapter(),
    failAdapter(),
    sleepAdapter(),
    appendAdapter(join(folder, "append.jsonl")),
    notifyAdapter(join(folder, "notify.jsonl")),
  ];
}
