import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { HoldpointError } from "@holdpoint/core";
import type { ActionEvent } from "../contract/engine.ts";
import { CLOSE, Connection } from "./connection.ts";
import type { Opening } from "./handshake.ts";
import { Hub } from "./hub.ts";
import type { StreamLimits } from "./limits.ts";
import { STREAM_LIMITS } from "./limits.ts";
import { changeMessage } from "./server-message.ts";
import { eventOf, openingAs } from "./testing-events.ts";

interface Scene {
  readonly connection: Connection;
  readonly sent: { readonly type: string; readonly id: string; readonly payload: { readonly code?: string } }[];
  readonly closed: (readonly [number, string])[];
  readonly later: (() => void)[];
  readonly socket: { bufferedAmount: number };
  readonly looked: number[];
  terminated: number;
}

function scene(
  opening: Opening = openingAs("ada:requester"),
  stored: readonly ActionEvent[] = [],
  limits: Partial<StreamLimits> = {},
): Scene {
  const sent: Scene["sent"] = [];
  const closed: (readonly [number, string])[] = [];
  const later: (() => void)[] = [];
  const looked: number[] = [];
  const socket = {
    bufferedAmount: 0,
    send: (text: string, done?: () => void) => {
      sent.push(JSON.parse(text) as (typeof sent)[number]);
      done?.();
    },
    close: (code: number, reason: string) => closed.push([code, reason]),
    terminate: () => (made.terminated += 1),
  };
  const connection = new Connection({
    socket,
    opening,
    engine: {
      health: { ledgerSize: 10_000 } as never,
      eventsAfter: (seq, filter, limit) => {
        looked.push(seq);
        return stored
          .filter((event) => event.seq > seq && (filter.actor === null || event.action.actor === filter.actor))
          .slice(0, limit);
      },
    },
    limits: { ...STREAM_LIMITS, ...limits },
    nowMs: () => 0,
    after: (_, task) => {
      later.push(task);
      return () => later.splice(later.indexOf(task), 1);
    },
    asked: { id: null, sessionId: null, turnId: null, caller: { correlationId: "c", traceparent: "t" } },
  });
  const made: Scene = { connection, sent, closed, later, socket, looked, terminated: 0 };
  return made;
}

function tell(one: Scene, event: ActionEvent): void {
  one.connection.tell(event, (type) => changeMessage(type, event));
}

const many = (count: number, actor: string = "ada"): ActionEvent[] =>
  Array.from({ length: count }, (_, index) => eventOf(index, "RUNNING", actor));

describe("changes", () => {
  test("each once, in the ledger's order, only what may be seen", () => {
    const one = scene();
    for (const seq of [3, 4, 4, 2, 5]) tell(one, eventOf(seq, "RUNNING", seq === 4 ? "bo" : "ada"));
    assert.deepEqual(
      one.sent.map(({ id }) => id),
      ["3", "5"],
    );
  });

  test("while what was missed is sent again, new ones are found among it and not sent twice", async () => {
    const stored = many(450);
    const one = scene(openingAs("ada:requester"), stored);
    const resuming = one.connection.resume(99);
    const fresh = eventOf(450, "SUCCEEDED");
    stored.push(fresh);
    tell(one, fresh);
    await resuming;
    tell(one, fresh);
    tell(one, eventOf(451, "RUNNING"));
    const ids = one.sent.map(({ id }) => Number(id));
    assert.deepEqual(
      ids,
      Array.from({ length: 352 }, (_, index) => 100 + index),
    );
    assert.deepEqual(one.looked, [99, 299]);
  });

  test("a connection that is closed while it resumes stops looking", async () => {
    const one = scene(openingAs("ada:requester"), many(2000));
    const resuming = one.connection.resume(0);
    one.connection.close(CLOSE.goingAway, "bye");
    await resuming;
    assert.equal(one.looked.length, 1);
  });

  test("too many, an id of the future, and a store that fails end it with a registered error", async () => {
    const gone = scene(openingAs("ada:requester"), many(50), { resumedEventsMax: 10 });
    await gone.connection.resume(0);
    const future = scene();
    await future.connection.resume(10_000);
    const broken = scene();
    Object.assign(broken.looked, { push: () => assert.fail("the disk") });
    await broken.connection.resume(1);
    const ends = [gone, future, broken].map(({ sent, closed }) => [sent.at(-1)?.payload.code, closed[0]?.[0]]);
    assert.deepEqual(ends, [
      ["HP-GATEWAY-STREAM-GONE", CLOSE.policy],
      ["HP-GATEWAY-STREAM-GONE", CLOSE.policy],
      ["HP-GATEWAY-STORAGE", CLOSE.goingAway],
    ]);
    assert.equal(gone.sent.length, 1, "nothing of it was sent");
  });
});

describe("the end", () => {
  test("a slow reader is told, closed with 1013 and cut off", () => {
    const one = scene(openingAs("ada:requester"), [], { bufferSizeBytesMax: 5 });
    one.socket.bufferedAmount = 6;
    tell(one, eventOf(1, "RUNNING"));
    tell(one, eventOf(2, "RUNNING"));
    assert.deepEqual(
      one.sent.map(({ payload }) => payload.code),
      ["HP-GATEWAY-STREAM-SLOW"],
    );
    assert.deepEqual(one.closed, [[1013, "HP-GATEWAY-STREAM-SLOW"]]);
    one.later[0]?.();
    assert.equal(one.terminated, 1);
  });

  test("one end only, and a peer that closes in time is not cut off", () => {
    const one = scene();
    one.connection.fail(new HoldpointError("HP-GATEWAY-STREAM-MESSAGE", "x"), CLOSE.binary);
    one.connection.fail(new HoldpointError("HP-GATEWAY-STREAM-MESSAGE", "y"), CLOSE.policy);
    one.connection.close(CLOSE.goingAway, "z");
    one.connection.send("never");
    assert.deepEqual(one.closed, [[1003, "HP-GATEWAY-STREAM-MESSAGE"]]);
    assert.equal(one.sent.length, 1);
    one.connection.ended();
    assert.deepEqual([one.later.length, one.terminated], [0, 0]);
  });
});

describe("the hub", () => {
  test("tells those whom it concerns, each once, and writes a message once", () => {
    const hub = new Hub();
    const readers = ["ada:requester", "ada:operator", "bo:requester", "bo:approver", "cy:observer+approver"];
    const scenes = readers.map((who) => scene(openingAs(who)));
    for (const { connection } of scenes) hub.add(connection);
    assert.deepEqual([hub.size, hub.of("ada"), hub.of("nobody"), hub.all().length], [5, 2, 0, 5]);
    hub.tell(eventOf(1, "RUNNING"));
    hub.tell(eventOf(2, "AWAITING_APPROVAL"));
    const told = scenes.map(({ sent }) => sent.map(({ type, id }) => `${id} ${type}`));
    const both = ["1 action.state", "2 action.state"];
    const approval = "2 approval.required";
    assert.deepEqual(told, [both, both, [], [approval], ["1 action.state", approval]]);
    for (const { connection } of scenes) {
      hub.remove(connection);
      hub.remove(connection);
    }
    assert.deepEqual([hub.size, hub.of("ada"), hub.all()], [0, 0, []]);
    hub.tell(eventOf(3, "RUNNING"));
    assert.equal(scenes[0]?.sent.length, 2);
  });
});
