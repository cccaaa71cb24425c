import { setTimeout as sleep } from "node:timers/promises";
import { runRelease } from "./release.ts";
import { collectorOf, optionsFor } from "./testing-run.ts";

/** A run in a process of its own: `testing-child.ts ROOT FAILED [WHERE]`; with WHERE it says so there, and waits. */
const [root = "", failed = "0", where] = process.argv.slice(2);
const waitAt = async (here: string): Promise<void> => {
  if (where !== here) return;
  process.stdout.write(`at ${here}\n`);
  await sleep(60_000);
};
const sound = collectorOf(Number(failed));
const collectors = [
  {
    ...sound,
    collect: async (context: Parameters<typeof sound.collect>[0]) => {
      await waitAt("gather");
      return sound.collect(context);
    },
  },
];
const render = (): string => {
  if (where === "record") {
    process.stdout.write("at record\n");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
  }
  return "";
};
const renderers = [{ file: "report.txt", render }];
const randomBytes = (size: number): Uint8Array => crypto.getRandomValues(new Uint8Array(size));
const { judgement } = await runRelease(optionsFor(root, 0, { collectors, renderers, randomBytes }));
process.stdout.write(`${judgement.verdict}\n`);
