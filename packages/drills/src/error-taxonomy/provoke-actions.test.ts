import assert from "node:assert/strict";
import { test } from "node:test";
import type { ErrorProvocation, JsonObject } from "@holdpoint/core";
import type { ProbeRequest } from "../http-probe.ts";
import { objectOf, textOf } from "../http-probe.ts";
import { ACTION_PROVOCATIONS } from "./action-provocations.ts";
import { provokeActions } from "./provoke-actions.ts";
import { scriptedRoom } from "./testing-room.ts";

interface Sent {
  readonly what: string;
  readonly request: ProbeRequest;
}

interface Provoked {
  readonly errors: readonly ErrorProvocation[];
  readonly sent: readonly Sent[];
}

/** A gateway in which every action ends like this. */
async function provoked(action: JsonObject | null, submitted: JsonObject | null = { id: "act_1" }): Promise<Provoked> {
  const sent: Sent[] = [];
  const { room } = scriptedRoom((method, path, request) => {
    sent.push({ what: `${method} ${path}`, request });
    const json = path === "/v1/actions" ? submitted : action;
    return json === null ? null : { json };
  });
  return { errors: await provokeActions(room), sent };
}

const DEAD = { state: "DEAD", error: { code: "HP-ACTION-TIMEOUT", retryable: true } };

test("each action's end is told with its code and its flag, beside the one that is meant", async () => {
  const { errors } = await provoked(DEAD);
  assert.deepEqual(
    errors.map(({ id, expected }) => [id, expected]),
    ACTION_PROVOCATIONS.map(({ id, expected }) => [id, expected]),
  );
  for (const { surface, code, retryable, answered, status, leaks } of errors) {
    assert.deepEqual([surface, code, retryable, answered, status], ["action", "HP-ACTION-TIMEOUT", true, true, null]);
    assert.deepEqual(leaks, []);
  }
});

test("an action that ended without an error was answered, and has no code", async () => {
  const { errors } = await provoked({ state: "SUCCEEDED" });
  for (const { id, answered, code } of errors) assert.deepEqual([answered, code], [true, null], id);
});

test("an action that was never taken was not answered", async () => {
  for (const submitted of [null, {}, { id: 7 }]) {
    const { errors, sent } = await provoked(DEAD, submitted);
    assert.deepEqual(new Set(errors.map(({ answered }) => answered)), new Set([false]));
    assert.ok(
      sent.every(({ what }) => what === "POST /v1/actions"),
      "nobody asks about what is not there",
    );
  }
});

test("what an error gives away is found", async () => {
  const error = { code: "HP-ACTION-EXECUTION", retryable: false, detail: "ENOENT /nowhere/data/ledger.db" };
  const { errors } = await provoked({ state: "DEAD", error });
  for (const { leaks } of errors) assert.deepEqual(leaks, [{ kind: "path", where: "body" }]);
});

test("a breaker is opened by as many as it takes, and a place is taken without a deadline", async () => {
  const { sent } = await provoked(DEAD);
  const bodies = sent.filter(({ what }) => what === "POST /v1/actions").map(({ request }) => objectOf(request.body));
  const to = (adapter: string, operation: string): JsonObject[] =>
    bodies.filter((body) => body["adapter"] === adapter && body["operation"] === operation);
  assert.equal(to("broken", "broken").length, 5);
  assert.deepEqual(
    to("hanging", "hang").map((body) => body["deadline_ms"]),
    [null, null, 60],
  );
});

test("only what a person decides, or what takes a place, is not waited for", async () => {
  const { sent } = await provoked(DEAD);
  const unwaited = sent.filter(({ request }) => request.headers?.["prefer"] === "respond-async");
  assert.deepEqual(
    unwaited.map(({ request }) => textOf(objectOf(request.body)["adapter"])),
    ["asked", "asked", "asked", "hanging"],
  );
});

test("a person denies as an approver and cancels as the requester, and who is away does nothing", async () => {
  const { sent } = await provoked(DEAD);
  const decisions = sent.filter(({ what }) => /\/(deny|cancel|approve)$/.test(what));
  assert.deepEqual(
    decisions.map(({ what, request }) => [what, request.token]),
    [
      ["POST /v1/actions/act_1/deny", "of-approver"],
      ["POST /v1/actions/act_1/cancel", "of-requester"],
    ],
  );
});
