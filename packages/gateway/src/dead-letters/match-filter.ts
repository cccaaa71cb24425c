import { HoldpointError } from "@holdpoint/core";
import type { DeadLetter, ReplayFilter } from "../contract/dead-letter.ts";

/** Throws `HP-GATEWAY-REPLAY-FILTER` for a filter that would take everything. */
export function assertFilter(filter: ReplayFilter): void {
  const given = Object.values(filter).filter((value) => value !== undefined);
  const empty = given.length === 0 || (filter.ids !== undefined && filter.ids.length === 0);
  if (empty) throw new HoldpointError("HP-GATEWAY-REPLAY-FILTER", "the filter is empty");
}

/** Whether a letter is meant. Several conditions must all hold. */
export function matches(filter: ReplayFilter, letter: DeadLetter): boolean {
  const { ids, failureClass, adapter, operation, session, sinceMs, untilMs } = filter;
  return (
    (ids === undefined ||
      ids.includes(letter.id) ||
      (letter.replayOf === null && letter.replays.some((id) => ids.includes(id)))) &&
    (failureClass === undefined || letter.failureClass === failureClass) &&
    (adapter === undefined || letter.adapter === adapter) &&
    (operation === undefined || letter.operation === operation) &&
    (session === undefined || letter.sessionId === session) &&
    (sinceMs === undefined || letter.diedAtMs >= sinceMs) &&
    (untilMs === undefined || letter.diedAtMs <= untilMs)
  );
}
