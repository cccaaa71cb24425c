import { KIND } from "@holdpoint/core";
import type { Drill } from "../drill.ts";
import { drillOf } from "../drill.ts";
import { runBreakers } from "./run-breakers.ts";

export const breakersDrill: Drill = drillOf({
  kind: KIND.breakers,
  version: "1",
  title: "Breaks the upstream of a gateway in every way and looks at its breakers",
  run: async (context) => {
    const body = await runBreakers(context);
    return { samples: Object.values(body).flat().length, body };
  },
});
