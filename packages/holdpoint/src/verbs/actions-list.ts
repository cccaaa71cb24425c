import type { ActionFilter } from "@holdpoint/gateway/client";
import { actionLines } from "../actions/action-text.ts";
import { connect } from "../actions/connect.ts";
import { first } from "../actions/first.ts";
import type { ActionsListFlags } from "../commands/actions.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import type { Answer } from "../verb.ts";

const PAGE_ITEMS_MAX = 200;

export default async function actionsList(host: Host, flags: ActionsListFlags): Promise<Answer> {
  const { state, session, adapter, since, limit } = flags;
  const filter = {
    ...(state === undefined ? {} : { state }),
    ...(session === undefined ? {} : { session }),
    ...(adapter === undefined ? {} : { adapter }),
    ...(since === undefined ? {} : { since }),
    // One more than is shown, to know whether there are more.
    limit: Math.min(PAGE_ITEMS_MAX, limit + 1),
  } as ActionFilter;
  const { items, more } = await first(connect(host, flags).list(filter, { signal: host.signal }), limit);
  return {
    exit: EXIT.pass,
    json: () => ({ items, more }),
    text: () => [...actionLines(items), ...(more ? ["… and more"] : [])].join("\n") || "There is no such action.",
  };
}
