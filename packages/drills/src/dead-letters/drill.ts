import { KIND } from "@holdpoint/core";
import type { Drill } from "../drill.ts";
import { drillOf } from "../drill.ts";
import { runDeadLetters } from "./run-dead-letters.ts";

export const deadLettersDrill: Drill = drillOf({
  kind: KIND.deadLetters,
  version: "1",
  title: "Lets actions die of everything and replays them in every way",
  run: async (context) => {
    const body = await runDeadLetters(context);
    return { samples: Object.values(body).flat().length, body };
  },
});
