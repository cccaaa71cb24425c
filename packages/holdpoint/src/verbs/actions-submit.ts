import { resolve } from "node:path";
import { durationMs, HoldpointError } from "@holdpoint/core";
import type { SubmissionWire } from "@holdpoint/gateway/client";
import { actionText, exitOfAction } from "../actions/action-text.ts";
import { connect } from "../actions/connect.ts";
import { objectOfFlag } from "../actions/read-json.ts";
import type { ActionsSubmitFlags } from "../commands/actions.ts";
import type { Host } from "../host.ts";
import { readTextFile } from "../io/text-file.ts";
import type { Answer } from "../verb.ts";

const MS_PER_SECOND = 1000;

export default async function actionsSubmit(
  host: Host,
  flags: ActionsSubmitFlags,
  adapter: string,
  operation: string,
): Promise<Answer> {
  const submission = submissionOf(host, flags, adapter, operation);
  const { action, repeated, idempotencyKey } = await connect(host, flags).submit(submission, {
    signal: host.signal,
    ...(flags.key === undefined ? {} : { idempotencyKey: flags.key }),
    ...waitOf(flags),
  });
  return {
    exit: exitOfAction(action),
    json: () => ({ ...action, repeated, idempotency_key: idempotencyKey }),
    text: () =>
      [actionText(action), ...(repeated ? ["This key was used before: this is that action."] : [])].join("\n"),
  };
}

function submissionOf(host: Host, flags: ActionsSubmitFlags, adapter: string, operation: string): SubmissionWire {
  const { session, risk, dryRun, deadline } = flags;
  return {
    adapter,
    operation,
    arguments: objectOfFlag("--arguments", argumentsOf(host, flags)),
    ...(session === undefined ? {} : { session_id: session }),
    ...(risk === undefined ? {} : { risk: risk as NonNullable<SubmissionWire["risk"]> }),
    ...(dryRun ? { dry_run: true } : {}),
    ...(deadline === undefined ? {} : { deadline_ms: deadlineOf(deadline) }),
  };
}

function argumentsOf(host: Host, { arguments: text, argumentsFile: file }: ActionsSubmitFlags): string {
  if (text !== undefined && file !== undefined) throw usage("--arguments and --arguments-file say the same thing");
  if (file === undefined) return text ?? "{}";
  return readTextFile(file === "-" ? file : resolve(host.cwd, file));
}

function waitOf({ wait, noWait }: ActionsSubmitFlags): { waitMs?: number } {
  if (noWait && wait !== undefined) throw usage("--wait and --no-wait contradict each other");
  if (noWait) return { waitMs: 0 };
  return wait === undefined ? {} : { waitMs: wait * MS_PER_SECOND };
}

function deadlineOf(text: string): number {
  const ms = durationMs(text);
  if (ms === null) throw usage(`--deadline must be a time such as 30s or 5m, not '${text}'`);
  return ms;
}

function usage(text: string): HoldpointError {
  return new HoldpointError("HP-USAGE", text);
}
