import type { Collected, CollectContext, Collector, LoadBody, LoadConfig, LoadFilesConfig } from "@holdpoint/core";
import { HoldpointError, KIND } from "@holdpoint/core";
import { findAll } from "../io/find-all.ts";
import { inflate } from "../io/load/inflate.ts";
import { readReport } from "../io/read-report.ts";
import { SeenInputs } from "../reading/seen-inputs.ts";
import { readLoadResults } from "./formats.ts";
import type { NamedLoad } from "./join-locust.ts";
import { joinLocust } from "./join-locust.ts";
import { judgedLoad } from "./judged-load.ts";

/** Files of one load. */
const FILES_MAX = 100;

/** The part of the configuration that this collector is given. */
interface LoadsPart {
  readonly loads: readonly LoadConfig[];
}

/**
 * Loads that others made, a piece of evidence a run: each file is a run of its own, but that Locust's history belongs
 * to its table of requests. What the configuration has Holdpoint run itself is not this collector's.
 */
export const loadCollector: Collector = {
  kind: KIND.load,
  part: "loads",
  version: "1",
  async collect(context: CollectContext): Promise<readonly Collected<LoadBody>[]> {
    const { loads } = context.config as LoadsPart;
    const collected: Collected<LoadBody>[] = [];
    for (const { id, from } of loads) {
      if (from.kind === "files") collected.push(...(await collectLoad(id, from, context)));
    }
    return collected;
  },
};

async function collectLoad(
  id: string,
  from: LoadFilesConfig,
  { root, signal }: CollectContext,
): Promise<Collected<LoadBody>[]> {
  const paths = await findAll(root, from.files);
  if (paths.length > FILES_MAX) {
    const text = `load ${id} has ${paths.length} files; at most ${FILES_MAX} are read`;
    throw new HoldpointError("HP-READ-TOO-LARGE", text, { file: paths[FILES_MAX] ?? "" });
  }
  const loads: NamedLoad[] = [];
  for (const path of paths) {
    signal.throwIfAborted();
    const file = await readReport(root, path);
    loads.push({ ...readLoadResults(file.bytes, path, inflate, from.objectives), inputs: [file] });
  }
  const runs = joinLocust(loads).map((run) => judgedLoad(run, from));
  return runs.map((run) => evidenceOf(runs.length === 1 ? id : `${id}/${nameOf(run)}`, run));
}

/** A run of ours says itself when it was made; of any other file only its own age is known. */
function evidenceOf(id: string, { body, inputs, stored }: NamedLoad): Collected<LoadBody> {
  const seen = new SeenInputs();
  for (const input of inputs) seen.add(input);
  const times = stored === null ? {} : { startedAtMs: stored.startedAtMs, finishedAtMs: stored.finishedAtMs };
  return {
    kind: KIND.load,
    provenance: stored?.isSynthetic === true ? "synthetic" : "imported",
    producer: { name: body.tool.name, version: body.tool.version ?? "unknown" },
    ...seen.finish(),
    ...times,
    samples: body.completed + body.failed,
    body: { ...body, id },
  };
}

function nameOf({ inputs: [first] }: NamedLoad): string {
  return first?.path ?? "";
}
