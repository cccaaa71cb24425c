import { HoldpointError } from "@holdpoint/core";
import type { ReconciliationWire } from "@holdpoint/gateway/client";
import { decide } from "../actions/decide.ts";
import { jsonOfFlag } from "../actions/read-json.ts";
import type { ActionsReconcileFlags } from "../commands/actions.ts";
import type { Host } from "../host.ts";
import type { Answer } from "../verb.ts";

export default async function actionsReconcile(host: Host, flags: ActionsReconcileFlags, id: string): Promise<Answer> {
  const how = howOf(flags);
  return decide(host, flags, (client) => client.reconcile(id, how, { signal: host.signal }));
}

function howOf({ how, reason, result }: ActionsReconcileFlags): ReconciliationWire {
  if (how !== "succeeded" && result !== undefined) throw usage("--result is said with --how succeeded only");
  if (how === "query") return { how };
  if (reason === undefined) throw usage(`--how ${how} needs a --reason`);
  if (how === "failed") return { how, reason };
  return { how, reason, result: result === undefined ? null : jsonOfFlag("--result", result) };
}

function usage(text: string): HoldpointError {
  return new HoldpointError("HP-USAGE", text);
}
