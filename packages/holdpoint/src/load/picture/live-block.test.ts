import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LiveSecond } from "@holdpoint/drills";
import { painter } from "../../reporters/text/paint.ts";
import { displayWidth } from "../../reporters/text/width.ts";
import { fakeHost } from "../../testing.ts";
import { summary } from "../testing-load-body.ts";
import { LiveBlock } from "./live-block.ts";
import { liveScreen } from "./live-screen.ts";

const PLAIN = painter(false);

function second(at: number, over: Partial<LiveSecond> = {}): LiveSecond {
  const counts = { due: 500, sent: 500, completed: 500, failed: 0, dropped: 0, queued: 0 };
  const clocks = { response: summary(10 * (at + 1)), service: summary(4) };
  return { second: at, plannedS: 90, phase: "main", ...counts, ...clocks, slo: [], ...over };
}

describe("the block", () => {
  test("says what is going on before the first second, then rate, p99, what is left and the objectives", () => {
    const block = new LiveBlock("http://h");
    assert.deepEqual(block.lines(80, PLAIN), ["http://h: connecting and warming up"]);
    block.take(second(0));
    const slo = { id: "a", text: "p99 of response time <= 300 ms", observed: 1, burnRate: null } as const;
    block.take(second(1, { failed: 3, queued: 7, slo: [{ ...slo, state: "ok" }] }));
    assert.deepEqual(block.lines(80, PLAIN), [
      "http://h  1 m 28 s left",
      "response p99   ▄█  20.0 ms",
      "rate           ██  500/s",
      "sent 1,000  failed 3  queued 7",
      "ok       p99 of response time <= 300 ms",
    ]);
  });

  test("a second without answers is a gap; phases are named; the drain says what it waits for", () => {
    const block = new LiveBlock("u");
    block.take(second(0, { response: null, phase: "ramp" }));
    assert.match(block.lines(80, PLAIN)[0] ?? "", /ramp, 1 m 29 s left/);
    assert.match(block.lines(80, PLAIN)[1] ?? "", /·  -$/);
    block.take(second(95, { phase: null, dropped: 2 }));
    assert.match(block.lines(80, PLAIN)[0] ?? "", /waiting for the last answers/);
    assert.match(block.lines(80, PLAIN)[3] ?? "", /dropped 2/);
  });

  test("no line is wider than the terminal, however long the run and its names are", () => {
    const block = new LiveBlock(`http://${"h".repeat(300)}`);
    const slo = Array.from({ length: 12 }, (_, index) => ({
      id: String(index),
      text: "x".repeat(300),
      state: "missed" as const,
      observed: null,
      burnRate: null,
    }));
    for (let at = 0; at < 500; at += 1) block.take(second(at, { slo }));
    for (const columns of [1, 20, 40, 80, 200]) {
      const lines = block.lines(columns, PLAIN);
      assert.ok(lines.length <= 13);
      assert.ok(
        lines.every((line) => displayWidth(line) <= Math.max(1, columns - 1)),
        String(columns),
      );
    }
    assert.match(block.lines(80, PLAIN).at(-1) ?? "", /4 more objectives/);
  });
});

describe("the screen", () => {
  const LOUD = { quiet: false, json: false };

  test("paints over what it painted and takes it away at the end", () => {
    const host = fakeHost("/", { terminal: true, env: { NO_COLOR: "1" } });
    const screen = liveScreen("u", host, LOUD);
    screen.onSecond(second(0));
    const before = host.printed.stderr.length;
    screen.onSecond(second(1));
    assert.ok(host.printed.stderr.slice(before).startsWith("\u001b[4A\r\u001b[J"));
    screen.stop();
    assert.ok(host.printed.stderr.endsWith("\u001b[4A\r\u001b[J"));
    assert.equal(host.printed.stdout, "");
  });

  test("is silent where nobody looks", () => {
    for (const [terminal, flags] of [
      [false, LOUD],
      [true, { quiet: true, json: false }],
      [true, { quiet: false, json: true }],
    ] as const) {
      const host = fakeHost("/", { terminal });
      const screen = liveScreen("u", host, flags);
      screen.onSecond(second(0));
      screen.stop();
      assert.equal(host.printed.stderr, "");
    }
  });
});
