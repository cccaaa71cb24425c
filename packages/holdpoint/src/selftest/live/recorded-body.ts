import { commitAll, editFile, readFile, writeFiles } from "../../io/plant-files.ts";
import type { LivePlant } from "../live-plant.ts";

const FILE = "recorded.json";

type Terms<Body> = Pick<LivePlant, "gate" | "id" | "harms" | "expect"> & {
  readonly kind: string;
  readonly sound: Body;
  readonly samples: (body: Body) => number;
  readonly harm: (body: Body) => Body;
};

/** A record that lies in a repository as a file, sound and harmed, and goes from there into evidence. */
export function recordedBody<Body>({ kind, sound, samples, harm, ...plant }: Terms<Body>): LivePlant {
  return {
    ...plant,
    sound: async (folder) => {
      writeFiles(folder, { "README.md": "a repository\n", [FILE]: `${JSON.stringify(sound)}\n` });
      commitAll(folder);
    },
    harm: async (folder) =>
      editFile(folder, FILE, (bytes) => `${JSON.stringify(harm(JSON.parse(bytes.toString("utf8")) as Body))}\n`),
    gather: async (folder) => {
      const body = JSON.parse(readFile(folder, FILE) ?? "null") as Body;
      return [{ kind, samples: samples(body), body }];
    },
  };
}
