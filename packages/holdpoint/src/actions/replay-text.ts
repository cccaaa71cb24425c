import type { DeadLetterDetailWire, DeadLetterWire, ReplayPlanWire, ReplayRunWire } from "@holdpoint/gateway/client";
import type { ExitCode } from "../exit-codes.ts";
import { EXIT } from "../exit-codes.ts";
import { indented, table } from "../format/table.ts";

export function letterLines(letters: readonly DeadLetterWire[]): string[] {
  return table(
    letters.map((letter) => [
      letter.id,
      letter.status,
      letter.class,
      `${letter.adapter}/${letter.operation}`,
      letter.actor,
      letter.died_at,
      letter.message,
    ]),
  );
}

export function letterText(letter: DeadLetterDetailWire): string {
  const rows = [
    ["dead letter", letter.id],
    ["status", letter.status],
    ["class", `${letter.class} [${letter.code}]`],
    ["message", letter.message],
    ["call", `${letter.adapter}/${letter.operation} by ${letter.actor}`],
    ["arguments", JSON.stringify(letter.arguments)],
    ["their digest", letter.arguments_digest],
    ["correlation", letter.correlation_id],
    ["died", letter.died_at],
    ...(letter.replay_of === null ? [] : [["replay of", letter.replay_of]]),
    ...(letter.replays.length === 0 ? [] : [["replays", letter.replays.join(", ")]]),
  ];
  const attempts = letter.attempts.map((attempt) => [
    `${attempt.number}.`,
    attempt.started_at,
    attempt.class ?? "succeeded",
    attempt.message ?? "",
  ]);
  return [...table(rows), "attempts", ...indented(table(attempts))].join("\n");
}

/** What would happen, and how to let it happen. */
export function planText(plan: ReplayPlanWire): string {
  const { ALLOW, DENY, ESCALATE } = plan.decisions;
  const items = plan.items.map(({ id, before, today }) => [
    id,
    before.class,
    `${today.decision} ${today.reason_code}`,
    before.policy === today.policy ? "same policy" : "other policy",
    `breaker ${today.breaker}`,
  ]);
  return [
    `${plan.count} dead letters: ${ALLOW} would be allowed, ${DENY} denied, ${ESCALATE} would wait for an approver.`,
    ...indented(table(items)),
    ...(plan.count === 0 ? [] : [`Until ${plan.expires_at}: holdpoint dead-letters replay ${plan.id}`]),
  ].join("\n");
}

export function runText(run: ReplayRunWire): string {
  return table([
    ["replay", run.id],
    ["state", run.state],
    ["planned", String(run.planned)],
    ["started", String(run.started)],
    ["succeeded", String(run.succeeded)],
    ["failed", String(run.failed)],
    ["skipped", String(run.skipped)],
  ]).join("\n");
}

/** 1 where a replayed action failed or the run was aborted. */
export function exitOfRun(run: ReplayRunWire): ExitCode {
  return run.state === "aborted" || run.failed > 0 ? EXIT.hold : EXIT.pass;
}
