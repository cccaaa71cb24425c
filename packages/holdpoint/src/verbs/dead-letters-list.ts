import type { DeadLetterFilter } from "@holdpoint/gateway/client";
import { connect } from "../actions/connect.ts";
import { first } from "../actions/first.ts";
import { letterLines } from "../actions/replay-text.ts";
import type { DeadLettersListFlags } from "../commands/dead-letters.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import type { Answer } from "../verb.ts";

const PAGE_ITEMS_MAX = 200;

export default async function deadLettersList(host: Host, flags: DeadLettersListFlags): Promise<Answer> {
  const { status, class: failureClass, adapter, since, limit } = flags;
  const filter = {
    ...(status === undefined ? {} : { status }),
    ...(failureClass === undefined ? {} : { failure_class: failureClass }),
    ...(adapter === undefined ? {} : { adapter }),
    ...(since === undefined ? {} : { since }),
    limit: Math.min(PAGE_ITEMS_MAX, limit + 1),
  } as DeadLetterFilter;
  const { items, more } = await first(connect(host, flags).deadLetters.list(filter, { signal: host.signal }), limit);
  return {
    exit: EXIT.pass,
    json: () => ({ items, more }),
    text: () => [...letterLines(items), ...(more ? ["… and more"] : [])].join("\n") || "There is no such dead letter.",
  };
}
