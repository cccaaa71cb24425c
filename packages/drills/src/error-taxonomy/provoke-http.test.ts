import assert from "node:assert/strict";
import { test } from "node:test";
import type { ErrorProvocation } from "@holdpoint/core";
import type { ProbeRequest } from "../http-probe.ts";
import { deafUrl } from "../io/listen.ts";
import { HTTP_PROVOCATIONS } from "./http-provocations.ts";
import { provokeHttp } from "./provoke-http.ts";
import { RAW_PROVOCATIONS } from "./raw-provocations.ts";
import { scriptedRoom } from "./testing-room.ts";

const PROBLEM = { code: "HP-GATEWAY-BODY", status: 400, retryable: false, title: "no", detail: "no", hint: "look" };

interface Sent {
  readonly what: string;
  readonly request: ProbeRequest;
}

/** A gateway that refuses everything in the same words; nobody listens where raw bytes go. */
async function provoked(answer: "problem" | "nothing" | "success"): Promise<{
  readonly errors: readonly ErrorProvocation[];
  readonly sent: readonly Sent[];
}> {
  const deaf = await deafUrl();
  const sent: Sent[] = [];
  const { room } = scriptedRoom(
    (method, path, request) => {
      sent.push({ what: `${method} ${path}`, request });
      if (answer === "nothing") return null;
      if (answer === "success") return { text: '{"id":"act_1"}', json: { id: "act_1" } };
      return { status: 400, json: PROBLEM, text: JSON.stringify(PROBLEM), headers: { "x-request-id": "of-operator" } };
    },
    { url: () => deaf },
  );
  return { errors: await provokeHttp(room), sent };
}

test("every request is made once, in its role, and told with what came back", async () => {
  const { errors, sent } = await provoked("problem");
  assert.equal(errors.length, HTTP_PROVOCATIONS.length + RAW_PROVOCATIONS.length);
  assert.deepEqual(
    sent.map(({ what, request }) => [what, request.token ?? null]),
    HTTP_PROVOCATIONS.map(({ method, path, role }) => [`${method} ${path}`, role === null ? null : `of-${role}`]),
  );
  for (const [index, { id, method, route }] of HTTP_PROVOCATIONS.entries()) {
    const error = errors[index];
    assert.deepEqual([error?.id, error?.code, error?.status, error?.answered], [id, "HP-GATEWAY-BODY", 400, true]);
    assert.deepEqual(error?.operation, route === null ? null : { method, path: route });
  }
});

test("a token that comes back is a leak, in the header where it stood", async () => {
  const { errors } = await provoked("problem");
  assert.deepEqual(errors[0]?.leaks, [{ kind: "token", where: "x-request-id" }]);
});

test("what is granted instead of refused has no code", async () => {
  const { errors } = await provoked("success");
  const granted = errors.slice(0, HTTP_PROVOCATIONS.length);
  for (const { id, code, status, answered } of granted)
    assert.deepEqual([code, status, answered], [null, 200, true], id);
});

test("silence is no answer, over HTTP and over raw bytes", async () => {
  const { errors } = await provoked("nothing");
  assert.ok(errors.length > 40);
  for (const { id, answered, code, operation } of errors) {
    assert.deepEqual([answered, code, operation], [false, null, null], id);
  }
});

test("header values beyond Latin-1 go out as their UTF-8 bytes, as a careless client sends them", async () => {
  const { sent } = await provoked("problem");
  const keys = sent.map(({ request }) => request.headers?.["idempotency-key"]).filter((key) => key !== undefined);
  assert.ok(keys.includes("schl\u00c3\u00bcssel"));
  for (const key of keys) assert.match(key, /^[\u0000-\u00ff]*$/);
});
