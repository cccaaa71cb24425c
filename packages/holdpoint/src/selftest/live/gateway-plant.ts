import type { DrillContext, Lie } from "@holdpoint/drills";
import { ownGatewayContext } from "../../io/drill-context.ts";
import { commitAll, readFile, writeFiles } from "../../io/plant-files.ts";
import type { LivePlant } from "../live-plant.ts";

/** Which gateway is to be drilled. */
const MARK = "gateway.txt";

/** Who lies: what stands in front of the gateway, or between it and its upstream. */
export type Liar = "lie" | "upstreamLie";

export interface GatewayPlantTerms<Part> {
  readonly gate: string;
  readonly lie: Lie;
  readonly liar: Liar;
  readonly expect: Pick<LivePlant["expect"], "check" | "code">;
  readonly run: (
    context: DrillContext,
    options: { readonly parts: readonly Part[] } & { readonly [liar in Liar]?: Lie },
  ) => Promise<object>;
  /** The experiments that the check looks at; the others are left out. */
  readonly parts: readonly Part[];
}

/** The same drill on an honest gateway and on one that lies. */
export function gatewayPlant<Part>({ gate, lie, liar, expect, run, parts }: GatewayPlantTerms<Part>): LivePlant {
  const write = async (folder: string, mark: string): Promise<void> => {
    writeFiles(folder, { "README.md": "a repository\n", [MARK]: mark });
    commitAll(folder);
  };
  return {
    gate,
    id: lie.id,
    harms: lie.harms,
    expect: { outcome: "fail", ...expect },
    sound: (folder) => write(folder, "honest"),
    harm: (folder) => write(folder, lie.id),
    gather: async (folder) => {
      const isHarmed = readFile(folder, MARK) === lie.id;
      const body = await run(ownGatewayContext(folder), { parts, ...(isHarmed ? { [liar]: lie } : {}) });
      return [{ kind: gate, samples: Object.values(body).flat().length, body }];
    },
  };
}
