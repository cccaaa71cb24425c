import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "@holdpoint/core";
import { page, scriptedHouse, upstreamCall } from "../gateway/testing-house.ts";
import { tryCorrelation } from "./correlation.ts";

const SENT = "drill-correlation";
const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
const PARENT = `00-${TRACE}-1111111111111111-01`;
const WHOLE: Json = { id: "act_1", correlation_id: SENT, traceparent: PARENT };

test("each place is told with what was found there", async () => {
  const scripted = scriptedHouse((method, path) => {
    if (method === "POST") {
      return { json: WHOLE, headers: { "x-correlation-id": SENT, traceparent: PARENT } };
    }
    if (!path.startsWith("/v1/audit-trails/")) return { json: WHOLE };
    return page({ action_id: "act_0", body: {} }, { action_id: "act_1", body: { correlation: SENT, trace: PARENT } });
  });
  const headers = { "x-correlation-id": SENT, traceparent: PARENT };
  scripted.calls.push(upstreamCall("/dying"), upstreamCall("/dying", { headers }));
  const [seen] = (await tryCorrelation(scripted)).correlations;
  assert.deepEqual([seen?.sent, seen?.trace], [SENT, TRACE]);
  const places = ["answer", "action", "trail", "downstream", "dead-letter"];
  assert.deepEqual(
    seen?.found,
    places.map((place) => ({ place, correlation: SENT, trace: TRACE })),
  );
});

test("what is not there is null, and what is another is told as it is", async () => {
  const scripted = scriptedHouse((method, path) => {
    if (method === "POST") return { json: { id: "act_1" }, headers: { "x-correlation-id": "req_own" } };
    return path.startsWith("/v1/audit-trails/") ? page() : { json: { correlation_id: "req_own", traceparent: "none" } };
  });
  const [seen] = (await tryCorrelation(scripted)).correlations;
  assert.deepEqual(
    seen?.found.map(({ place, correlation, trace }) => [place, correlation, trace]),
    [
      ["answer", "req_own", null],
      ["action", "req_own", null],
      ["trail", null, null],
      ["downstream", null, null],
      ["dead-letter", "req_own", null],
    ],
  );
});
