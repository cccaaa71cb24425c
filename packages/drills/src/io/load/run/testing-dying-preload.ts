import { isMainThread, workerData } from "node:worker_threads";

/** How the second worker of a run dies; loaded ahead of the worker itself, so that nothing in it knows of this. */
export type Death = "exit" | "throw" | "memory" | "stands-still";

const AFTER_MS = 1500;

if (!isMainThread && (workerData as { readonly worker?: number } | null)?.worker === 1) {
  const death = process.env["TESTING_DEATH"] as Death;
  setTimeout(() => DEATHS[death](), AFTER_MS);
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
