import type { Config, LoadMade } from "@holdpoint/core";
import { NOTHING_SAID, parseObjective } from "@holdpoint/core";
import { commitAll, editFile, instantMs, writeFiles } from "../../io/plant-files.ts";
import type { LivePlant } from "../live-plant.ts";
import type { Simulation } from "./simulated-load.ts";
import { simulatedArtifact } from "./simulated-load.ts";

const FILE = "reports/load-1.jsonl";

/** What becomes of the file of a stored run: another run, its text changed, or other results in its place. */
export type LoadHarm =
  | { readonly run: Partial<Simulation> }
  | { readonly edit: (text: string) => string }
  | { readonly results: string };

export interface LoadPlantTerms extends Pick<LivePlant, "gate" | "id" | "harms" | "expect" | "params" | "inherits"> {
  /** Of the configuration. */
  readonly load: { readonly id: string; readonly objectives: readonly string[]; readonly made: Partial<LoadMade> };
  readonly sound: Simulation;
  readonly harm: LoadHarm;
}

/** A stored run that lies in a repository as a file, sound and harmed, and goes the whole way through the collector. */
export function storedLoad({ load, sound, harm, ...plant }: LoadPlantTerms): LivePlant {
  return {
    ...plant,
    config: configOf(load),
    sound: async (folder) => {
      writeFiles(folder, { "README.md": "a repository\n", [FILE]: simulatedArtifact(sound, instantMs(0)) });
      commitAll(folder);
    },
    harm: async (folder) => editFile(folder, FILE, (bytes) => harmed(bytes.toString("utf8"), sound, harm)),
  };
}

function harmed(text: string, sound: Simulation, harm: LoadHarm): string {
  if ("run" in harm) return simulatedArtifact({ ...sound, ...harm.run }, instantMs(0));
  return "edit" in harm ? harm.edit(text) : harm.results;
}

function configOf({ id, objectives, made }: LoadPlantTerms["load"]): Partial<Config> {
  return {
    loads: [
      {
        id,
        from: {
          kind: "files",
          files: ["reports/*"],
          objectives: objectives.map((one) => parseObjective(one)),
          made: { ...NOTHING_SAID, ...made },
        },
      },
    ],
  };
}
