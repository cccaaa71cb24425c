import { problemOf } from "@holdpoint/core";
import { parentPort, workerData } from "node:worker_threads";
import { Generator } from "./generate.ts";
import type { FromWorker, ToWorker, WorkerStart } from "./messages.ts";

// A thread that sends, and does nothing else: whoever asked merges, judges and writes elsewhere.
const { plan, ...part } = workerData as WorkerStart;
const port = parentPort ?? refuse();
const tell = (message: FromWorker): void => port.postMessage(message);

try {
  const generator = new Generator(plan, part);
  const started = Promise.withResolvers<number | null>();
  port.on("message", (message: ToWorker) => {
    if (message.type === "start") started.resolve(message.atUs);
    else {
      started.resolve(null);
      generator.stop();
    }
  });
  try {
    const open = await generator.prepare();
    tell({ type: "ready", open, connectFailures: generator.connectFailures });
    const atUs = await started.promise;
    const none = { blockedMsMax: 0, strayAnswers: 0, repeated: 0 };
    const nothing = { engine: null, connectFailures: generator.connectFailures, ...none };
    const end = atUs === null ? nothing : await generator.measure(atUs, (second) => tell({ type: "second", second }));
    tell({ type: "ended", end });
  } finally {
    await generator.close();
  }
} catch (thrown) {
  const { code, detail, file, line, column } = problemOf(thrown);
  tell({
    type: "failed",
    error: {
      code,
      message: detail,
      place: {
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { line }),
        ...(column === undefined ? {} : { column }),
      },
    },
  });
}
port.close();

function refuse(): never {
  throw new Error("the generator runs in a worker thread only");
}
