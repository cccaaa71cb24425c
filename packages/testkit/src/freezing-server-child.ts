import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { FreezingOrder, Standstill } from "./freezing-server.ts";

// A program of its own, so that its standing still is nobody else's.
const NANOSECONDS_PER_US = 1000;
const clockUs = (): number => Number(process.hrtime.bigint()) / NANOSECONDS_PER_US;
const MICROSECONDS_PER_MS = 1000;
/** Time that the loop spent waiting for something to do. */
const idleUs = (): number => performance.nodeTiming.idleTime * MICROSECONDS_PER_MS;
let serviceUs: number[] = [];
let freezes: Standstill[] = [];
let timer: NodeJS.Timeout | undefined;
const lookNow = (): { atUs: number; idleUs: number } => ({ atUs: clockUs(), idleUs: idleUs() });
let last = lookNow();
let frozenUs = 0;

const server = createServer((_request, response) => {
  response.end("ok");
  // All that it did since the one before, also reading and writing: that adds up where five hundred wait.
  const now = lookNow();
  serviceUs.push(Math.max(0, now.atUs - last.atUs - (now.idleUs - last.idleUs) - frozenUs));
  last = now;
  frozenUs = 0;
});
server.keepAliveTimeout = 0;
server.listen(0, "127.0.0.1", 2048, () => process.send?.({ port: (server.address() as AddressInfo).port }));

process.on("message", (order: FreezingOrder) => {
  if (order === "log") {
    process.send?.({ serviceUs, freezes });
    return;
  }
  const { freezeMs, everyMs } = order.begin;
  serviceUs = [];
  freezes = [];
  last = lookNow();
  clearTimeout(timer);
  timer = setTimeout(() => {
    freeze(freezeMs);
    timer = setInterval(() => freeze(freezeMs), everyMs);
  }, everyMs / 2);
});

function freeze(forMs: number): void {
  const fromUs = clockUs();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, forMs);
  const untilUs = clockUs();
  freezes.push({ fromUs, untilUs });
  frozenUs += untilUs - fromUs;
}
