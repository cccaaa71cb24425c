import type { ActionWire } from "@holdpoint/gateway/client";
import type { ExitCode } from "../exit-codes.ts";
import { EXIT } from "../exit-codes.ts";
import { oneLine } from "../format/json.ts";
import { table } from "../format/table.ts";

const NOT_DONE: ReadonlySet<string> = new Set(["DENIED", "DEAD", "EXPIRED", "CANCELLED"]);

/** 1 for what ended and was not done, 3 for an unknown outcome, else 0: what has not ended is on its way. */
export function exitOfAction({ state }: ActionWire): ExitCode {
  if (state === "UNKNOWN") return EXIT.noVerdict;
  return NOT_DONE.has(state) ? EXIT.hold : EXIT.pass;
}

/** One action for a person. */
export function actionText(action: ActionWire): string {
  const { verdict, error, approval, receipt } = action;
  const rows = [
    ["action", action.id],
    ["state", action.state],
    ["call", `${action.adapter}/${action.operation} by ${action.actor}, attempts: ${action.attempts}`],
    ...(verdict === null ? [] : [["verdict", `${verdict.decision} ${verdict.reason_code}: ${verdict.reason}`]]),
    ...(approval === null ? [] : [["approval", approvalText(approval)]]),
    ...(action.result === undefined ? [] : [["result", oneLine(action.result)]]),
    ...(error === undefined ? [] : [["error", `${error.message} [${error.code}, ${error.class}]`]]),
    ["correlation", action.correlation_id],
    ...(receipt === null ? [] : [["receipt", `record ${receipt.leaf_index} of ${receipt.checkpoint_size}`]]),
    ...(action.replay_of === null ? [] : [["replay of", action.replay_of]]),
  ];
  return table(rows).join("\n");
}

/** One line for each. */
export function actionLines(actions: readonly ActionWire[]): string[] {
  return table(
    actions.map(({ id, state, actor, adapter, operation, created_at, error, verdict }) => [
      id,
      state,
      `${adapter}/${operation}`,
      actor,
      created_at,
      error?.code ?? (state === "DENIED" ? (verdict?.reason_code ?? "") : ""),
    ]),
  );
}

function approvalText({ approver, expires_at }: NonNullable<ActionWire["approval"]>): string {
  return approver === null ? `waits for an approver until ${expires_at}` : `by ${approver}`;
}
