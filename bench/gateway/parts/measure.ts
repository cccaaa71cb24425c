import type { LoadPlan } from "@holdpoint/core";
import type { Server } from "../../harness/child.ts";
import type { LoadFigure } from "../../harness/load-figure.ts";
import { measuredFigure } from "../../harness/load-figure.ts";
import { flowOf, loadPlan } from "../../harness/load-plan.ts";
import { processUse } from "../../harness/process-use.ts";
import { sendLoad } from "../../harness/send-load.ts";
import { ACTIONS_PATH, submission, SUBMISSION, SUCCEEDED_STATUS, SUCCEEDED_TEXT } from "./submission.ts";

const CONTENT_TYPE = "application/json";

/** A load on a server, with what the server used meanwhile; null cores where that cannot be seen. */
export interface Measured extends LoadFigure {
  readonly serverCores: number | null;
  /** Processor seconds a second that the sender used itself. */
  readonly senderCores: number;
}

export interface ActionLoad {
  readonly connections: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
  /** Without it every connection sends when it has its answer. */
  readonly perSecond?: number;
  readonly validity?: LoadPlan["validity"];
}

type Actions = Server<{ readonly url: string }>;

/** Submits actions over HTTP from a process of its own. Rejects unless every one succeeded. */
export async function measureActions(server: Actions, token: string, load: ActionLoad): Promise<Measured> {
  const before = processUse(server.pid);
  const body = await sendLoad(actionPlan(server.ready.url, token, load));
  const after = processUse(server.pid);
  // It has nothing to do before the load's clock begins.
  const seconds = body.durationMs / 1000;
  return {
    ...measuredFigure(body, load.measureMs),
    serverCores: before === null || after === null ? null : (after.cpuSeconds - before.cpuSeconds) / seconds,
    senderCores: (body.terms.cpuS ?? Number.NaN) / seconds,
  };
}

/** Submissions that all differ, each of which has to be answered as done. */
export function actionPlan(url: string, token: string, { connections, perSecond, ...times }: ActionLoad): LoadPlan {
  const action = flowOf("action", {
    method: "POST",
    headers: [
      ["authorization", `Bearer ${token}`],
      ["content-type", CONTENT_TYPE],
    ],
    body: SUBMISSION,
    checks: [
      { kind: "status", in: [[SUCCEEDED_STATUS, SUCCEEDED_STATUS]] },
      { kind: "body", matches: SUCCEEDED_TEXT },
    ],
  });
  return loadPlan({
    url: new URL(ACTIONS_PATH, url).href,
    connections,
    arrival:
      perSecond === undefined ? { kind: "closed", users: connections } : { kind: "constant", ratePerS: perSecond },
    flows: [action],
    ...times,
  });
}

/** What one action is answered, as text. */
export async function submitAction(server: Actions, token: string): Promise<string> {
  const answer = await fetch(new URL(ACTIONS_PATH, server.ready.url), {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": CONTENT_TYPE },
    body: submission("0"),
  });
  const text = await answer.text();
  if (answer.status === SUCCEEDED_STATUS && text.includes(SUCCEEDED_TEXT)) return text;
  throw new Error(`an action was answered ${answer.status}: ${text.slice(0, 300)}`);
}
