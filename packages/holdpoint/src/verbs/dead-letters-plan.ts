import type { ReplayFilterWire } from "@holdpoint/gateway/client";
import { connect } from "../actions/connect.ts";
import { planText } from "../actions/replay-text.ts";
import type { DeadLettersPlanFlags } from "../commands/dead-letters.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import type { Answer } from "../verb.ts";

export default async function deadLettersPlan(host: Host, flags: DeadLettersPlanFlags): Promise<Answer> {
  const plan = await connect(host, flags).deadLetters.plan(filterOf(flags), { signal: host.signal });
  return { exit: EXIT.pass, json: () => plan, text: () => planText(plan) };
}

function filterOf(flags: DeadLettersPlanFlags): ReplayFilterWire {
  const { ids, class: failureClass, adapter, operation, session, since, until } = flags;
  return {
    ...(ids === undefined ? {} : { ids: ids.split(",").map((id) => id.trim()) }),
    ...(failureClass === undefined ? {} : { failure_class: failureClass }),
    ...(adapter === undefined ? {} : { adapter }),
    ...(operation === undefined ? {} : { operation }),
    ...(session === undefined ? {} : { session }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  };
}
