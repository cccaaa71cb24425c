import { parentPort, workerData } from "node:worker_threads";
import { problemOf } from "@holdpoint/core";
import { publicKeyPem } from "@holdpoint/ledger";
import { ActionStore } from "./action-store.ts";
import { decodeChanges } from "./change-codec.ts";
import type { FromWriter, ToWriter, WireError, WriterStart } from "./writer-messages.ts";
import { groupToWire } from "./writer-messages.ts";

// The one writer lives in a thread of its own, because a flush of 3 to 30 ms would block every request.
const { anchorEveryMs, ...start } = workerData as WriterStart;
const port = parentPort ?? refuse();
const tell = (message: FromWriter): void => port.postMessage(message);

try {
  const store = new ActionStore({ ...start, nowMs: Date.now });
  const anchoring = setInterval(() => {
    try {
      const before = store.anchoredUpTo;
      if (store.anchor() !== before) tell({ type: "anchored", size: store.anchoredUpTo });
    } catch {
      // Tried again at the next interval; until then less is vouched for, which `anchored` says.
    }
  }, anchorEveryMs);
  port.on("message", (message: ToWriter) => {
    if (message.type === "commit") {
      try {
        tell({ type: "committed", id: message.id, group: groupToWire(store.commit(decodeChanges(message.changes))) });
      } catch (thrown) {
        tell({ type: "refused", id: message.id, error: wireError(thrown) });
      }
      return;
    }
    clearInterval(anchoring);
    try {
      store.close();
      tell({ type: "closed" });
    } catch (thrown) {
      tell({ type: "failed", error: wireError(thrown) });
    }
    port.close();
  });
  tell({
    type: "opened",
    origin: store.origin,
    guardianKey: publicKeyPem(store.guardian.publicKey),
    ledgerKey: publicKeyPem(store.opened.ledger.signer.publicKey),
    anchoredUpTo: store.anchoredUpTo,
  });
} catch (thrown) {
  tell({ type: "failed", error: wireError(thrown) });
  port.close();
}

function wireError(thrown: unknown): WireError {
  const { code, detail, file } = problemOf(thrown);
  return { code, message: detail, file: file ?? null };
}

function refuse(): never {
  throw new Error("the writer runs in a worker thread only");
}
