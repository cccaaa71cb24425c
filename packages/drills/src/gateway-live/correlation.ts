import type { GatewayCorrelation, GatewayLiveBody, Json } from "@holdpoint/core";
import { objectOf, textOf } from "../http-probe.ts";
import { idOf, itemsOf, traceIdOf } from "../gateway/answers.ts";
import { pathOf } from "../gateway/gateway-file.ts";
import type { Experiment } from "./terms.ts";

const SENT = "drill-correlation";
const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
const HEADERS = { "x-correlation-id": SENT, traceparent: `00-${TRACE}-00f067aa0ba902b7-01` };

type Found = GatewayCorrelation["found"][number];

/** One action that dies, with an id and a trace of its asker's, looked for in every place that it leaves. */
export async function tryCorrelation({ house }: Experiment): Promise<Pick<GatewayLiveBody, "correlations">> {
  const answer = await house.submit({ adapter: "dying", headers: HEADERS });
  const id = idOf(answer);
  await house.settled(id, ["DEAD"]);
  const [action, trail, letter] = await Promise.all([
    house.get(`/v1/actions/${id}`),
    house.get(`/v1/audit-trails/${SENT}`),
    house.get(`/v1/dead-letters/${id}`),
  ]);
  const record = objectOf(itemsOf(trail).find((entry) => entry["action_id"] === id)?.["body"]);
  const downstream = house.upstream.callsTo(pathOf("dying")).find((call) => call.headers["x-correlation-id"] === SENT);
  const found: Found[] = [
    place("answer", answer.headers["x-correlation-id"], answer.headers["traceparent"]),
    place("action", ...idsOf(action.json)),
    place("trail", record["correlation"], record["trace"]),
    place("downstream", downstream?.headers["x-correlation-id"], downstream?.headers["traceparent"]),
    place("dead-letter", ...idsOf(letter.json)),
  ];
  return { correlations: [{ sent: SENT, trace: TRACE, found }] };
}

function idsOf(json: Json | undefined): [correlation: Json | undefined, traceparent: Json | undefined] {
  const body = objectOf(json);
  return [body["correlation_id"], body["traceparent"]];
}

function place(name: string, correlation: Json | undefined, traceparent: Json | undefined): Found {
  return {
    place: name,
    correlation: typeof correlation === "string" ? correlation : null,
    trace: traceIdOf(textOf(traceparent)),
  };
}
