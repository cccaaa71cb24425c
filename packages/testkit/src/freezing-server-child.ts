import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { FreezingOrder, Standstill } from "./freezing-server.ts";

// A program of its own, so that its standing still is nobody else's.
const NANOSECONDS_PER_US = 1000;
const clockUs = (): number => Number(process.hrtime.bigint()) / NANOSECONDS_PER_US;
let serviceUs: number[] = [];
let freezes: Standstill[] = [];
let timer: NodeJS.Timeout | undefined;

const server = createServer((_request, response) => {
  const fromUs = clockUs();
  response.end("ok");
  serviceUs.push(clockUs() - fromUs);
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
  clearTimeout(timer);
  timer = setTimeout(() => {
    freeze(freezeMs);
    timer = setInterval(() => freeze(freezeMs), everyMs);
  }, everyMs / 2);
});

function freeze(forMs: number): void {
  const fromUs = clockUs();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, forMs);
  freezes.push({ fromUs, untilUs: clockUs() });
}
