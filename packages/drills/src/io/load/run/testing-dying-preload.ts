import { BroadcastChannel, isMainThread, parentPort, workerData } from "node:worker_threads";
import type { ToWorker } from "./messages.ts";

/** How the second worker of a run dies; loaded ahead of the worker itself, so that nothing in it knows of this. */
export type Death = "exit" | "throw" | "memory" | "stands-still";

/** Whoever wants to do something once it has died listens here. */
export const DEATH_CHANNEL = "testing-death";
/** From the start of the clock, not of the thread: a slow machine must not let it die before it has sent anything. */
const AFTER_MS = 1500;

if (!isMainThread && (workerData as { readonly worker?: number } | null)?.worker === 1) {
  const death = process.env["TESTING_DEATH"] as Death;
  parentPort?.on("message", ({ type }: ToWorker) => {
    if (type === "start") setTimeout(() => die(death), AFTER_MS);
  });
}

function die(death: Death): void {
  const port = new BroadcastChannel(DEATH_CHANNEL);
  port.postMessage(death);
  DEATHS[death]();
}

const DEATHS: Readonly<Record<Death, () => void>> = {
  exit: () => process.exit(3),
  throw: () => {
    throw new Error("planted");
  },
  memory: () => {
    const held: number[][] = [];
    for (;;) held.push(Array.from({ length: 100_000 }, Math.random));
  },
  "stands-still": () => {
    for (;;);
  },
};
