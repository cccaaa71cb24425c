import type { Json, JsonObject, SoakManifest } from "@holdpoint/core";
import { canonicalize, HoldpointError, sha256Hex, SOAK_ITERATIONS_MAX } from "@holdpoint/core";
import { Cursor } from "../load/cursor.ts";
import type { Shape } from "../load/holdpoint/shape.ts";
import { planShape } from "./plan-shape.ts";
import { deltasShape, endShape, iterationsShape, resultsShape } from "./record-shapes.ts";

/** What is wrong with a stored run, and in which of its files. */
export interface SoakFault {
  readonly file: string;
  readonly text: string;
}

const FILES_MAX = SOAK_ITERATIONS_MAX * 4;
const SHA256 = /^[0-9a-f]{64}$/;
/** Within the run's folder, forward slashes, no way up. */
const PATH = /^(?!\/)(?!(?:.*\/)?\.\.?(?:\/|$))[^\\\u0000]{1,500}$/;

/** The manifest, or what is wrong with it. */
export function manifestIn(value: Json): SoakManifest | string {
  const { schema, run, files } = objectOf(value);
  if (schema !== "holdpoint/soak-manifest/v1" || typeof run !== "string") return "this is no manifest of a soak's run";
  if (!Array.isArray(files) || files.length > FILES_MAX) return `files are a list of at most ${FILES_MAX}`;
  const wrong = (files as readonly Json[]).find((file) => {
    const { path, sha256, sizeBytes } = objectOf(file);
    return (
      typeof path !== "string" ||
      !PATH.test(path) ||
      typeof sha256 !== "string" ||
      !SHA256.test(sha256) ||
      !Number.isSafeInteger(sizeBytes)
    );
  });
  return wrong === undefined ? (value as unknown as SoakManifest) : "a file of it has no path, digest or size";
}

/**
 * In what a run contradicts itself. Digests alone do not tell: a file may have been changed before they were made.
 *
 * @param run name of its folder
 * @param texts its JSON files by path
 */
export function soakFaults(
  run: string,
  manifest: Pick<SoakManifest, "run">,
  texts: ReadonlyMap<string, Json>,
): readonly SoakFault[] {
  const record = objectOf(texts.get("run.json"));
  const body = objectOf(texts.get("soak.json"));
  const faults: SoakFault[] = [];
  const check = (file: string, isRight: boolean, text: string): void => {
    if (!isRight) faults.push({ file, text });
  };
  check("manifest.json", manifest.run === run, `the manifest is the one of ${manifest.run}`);
  check("run.json", record["schema"] === "holdpoint/soak-run/v1", "the run's record is not there, or is none");
  check("soak.json", body["schema"] === "holdpoint/soak/v1", "the run's figures are not there, or are none");
  if (faults.length > 0) return faults;
  const misshapen = shapeFaults(record, body);
  if (misshapen.length > 0) return misshapen;
  const plan = objectOf(record["plan"]);
  check("run.json", record["run"] === run && isPlace(record), `the record is not whole, or not the one of ${run}`);
  check("soak.json", body["run"] === run, `the figures are those of ${JSON.stringify(body["run"])}`);
  const isOfPlan = body["planSha256"] === sha256Hex(canonicalize(plan));
  check("soak.json", isOfPlan, "the figures are not those of the plan that was run");
  const isSame = body["id"] === plan["id"] && body["synthetic"] === plan["synthetic"];
  check("soak.json", isSame && body["planned"] === plan["iterations"], "the figures name another plan");
  check("soak.json", same(body["terms"], termsOf(plan)), "the terms are not those of the plan that was run");
  return [...faults, ...iterationFaults(body["iterations"] as readonly Json[], texts)];
}

/** Decisions are made again of plan and iterations: nothing of them may be of another form than a soak writes. */
function shapeFaults(record: JsonObject, body: JsonObject): SoakFault[] {
  const shapes: readonly (readonly [file: string, shape: Shape, value: Json | undefined, pointer: string])[] = [
    ["run.json", planShape, record["plan"], "/plan"],
    ["soak.json", iterationsShape, body["iterations"], "/iterations"],
    ["soak.json", resultsShape, body["kpis"], "/kpis"],
    ["soak.json", deltasShape, body["deltas"], "/deltas"],
    ["soak.json", endShape, { tuningEnabled: body["tuningEnabled"] ?? null, aborted: body["aborted"] ?? null }, ""],
  ];
  return shapes.flatMap(([file, shape, value, pointer]) => {
    try {
      shape(new Cursor(value, file, pointer));
      return [];
    } catch (thrown) {
      if (!(thrown instanceof HoldpointError)) throw thrown;
      return [{ file, text: thrown.message }];
    }
  });
}

function isPlace({ candidate, startedAtMs, finishedAtMs, tool }: JsonObject): boolean {
  const { commit, tree, dirty } = objectOf(candidate);
  const isCandidate = typeof commit === "string" && typeof tree === "string" && typeof dirty === "boolean";
  return (
    isCandidate &&
    Number.isSafeInteger(startedAtMs) &&
    Number.isSafeInteger(finishedAtMs) &&
    typeof objectOf(tool)["version"] === "string"
  );
}

function termsOf({ phases, kpis, parameters, guards, alongside }: JsonObject): Json {
  const { freezable, never, minMs } = objectOf(objectOf(guards)["freeze"]);
  return { phases, kpis, parameters, freeze: { freezable, never, minMs }, alongside } as Json;
}

function iterationFaults(iterations: readonly Json[], texts: ReadonlyMap<string, Json>): SoakFault[] {
  const files = [...texts.keys()].filter((path) => path.startsWith("ITER_SUMMARY_"));
  const told = iterations.flatMap((one, index): SoakFault[] => {
    const file = `ITER_SUMMARY_${index + 1}.json`;
    if (!texts.has(file)) return [{ file, text: "an iteration of the run is not there" }];
    return same(texts.get(file), one) ? [] : [{ file, text: "the iteration is not the one in soak.json" }];
  });
  if (files.length <= iterations.length) return told;
  return [
    ...told,
    { file: "soak.json", text: `${files.length} iterations were stored, ${iterations.length} are told` },
  ];
}

function same(a: Json | undefined, b: Json | undefined): boolean {
  return a !== undefined && b !== undefined && canonicalize(a) === canonicalize(b);
}

function objectOf(value: Json | undefined): JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
