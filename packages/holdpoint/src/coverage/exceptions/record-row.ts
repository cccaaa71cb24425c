import type { Count } from "@holdpoint/core";
import { formatPercent } from "@holdpoint/core";
import type { ExceptionState } from "@holdpoint/ledger";
import type { Column } from "./columns.ts";

/** What the register says about a signed exception; nothing of it depends on when it is looked at. */
export function recordCells({ exception, resolution, nextReviewAt }: ExceptionState): Record<Column, string> {
  const isOpen = resolution === null;
  return {
    Id: exception.id,
    State: isOpen ? "open" : "resolved",
    Path: oneLine(exception.path),
    Metric: exception.metric,
    Type: exception.type,
    "At decision": shareText(exception.atDecision),
    Now: "",
    Owner: oneLine(exception.owner),
    Approver: oneLine(exception.approver),
    Rationale: oneLine(exception.rationale),
    Mitigation: oneLine(exception.mitigation),
    Decided: dayOf(exception.createdAt),
    Expires: dayOf(exception.expiresAt),
    "Next review": isOpen ? dayOf(nextReviewAt) : "",
    Final: isOpen ? "" : finalText(resolution.final, resolution.why ?? "", resolution.at, resolution.by),
  };
}

/** `85.00% (85 of 100)` */
export function shareText({ covered, total }: Count): string {
  return total === 0 ? "0 of 0" : `${formatPercent(covered, total)} (${covered} of ${total})`;
}

/** `96.00% (24 of 25), reached 2026-07-01 by Ben` */
export function finalText(final: Count | null, why: string, at: string, by: string | null): string {
  const numbers = final === null ? "not measured any more" : shareText(final);
  return `${numbers}, ${why} ${dayOf(at)}${by === null ? "" : ` by ${oneLine(by)}`}`;
}

export function dayOf(at: string): string {
  return at.slice(0, "2026-01-01".length);
}

/** A cell has no line breaks and no two spaces in a row. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
