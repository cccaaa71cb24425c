import type { SoakBody, SoakIteration, SoakManifest, SoakRunRecord } from "@holdpoint/core";
import { judgeKpi, sha256Hex, verifyDeltas } from "@holdpoint/core";
import { readFile, writeFiles } from "../../io/plant-files.ts";
import { RUN } from "./soaked-service.ts";

/**
 * Changes the latest run as somebody would who knows how it is stored: wherever the same is told, with a manifest that
 * fits, and with the word that its decisions come again.
 */
export async function forgeSoak(folder: string, forge: (body: SoakBody) => SoakBody): Promise<void> {
  const body = read<SoakBody>(folder, "soak.json");
  const forged = forge(body);
  if (JSON.stringify(forged) === JSON.stringify(body)) throw new Error("forging changed nothing");
  const replay = { agrees: true, iterations: forged.iterations.length, difference: null };
  write(folder, "soak.json", { ...forged, replay });
  for (const one of forged.iterations) write(folder, `ITER_SUMMARY_${one.iteration}.json`, one);
  const manifest = read<SoakManifest>(folder, "manifest.json");
  const files = manifest.files.map(({ path }) => {
    const text = textOf(folder, path);
    return { path, sha256: sha256Hex(text), sizeBytes: Buffer.byteLength(text) };
  });
  write(folder, "manifest.json", { ...manifest, files });
}

/** Other iterations, with everything that is judged and counted from them. */
export function withIteration(
  iteration: number,
  change: (one: SoakIteration) => Partial<SoakIteration>,
): (body: SoakBody) => SoakBody {
  return (body) => {
    const iterations = body.iterations.map((one) => (one.iteration === iteration ? { ...one, ...change(one) } : one));
    const steady = iterations.filter(({ phase }) => phase === "steady");
    const judged = (which: "strict" | "soft"): SoakBody["kpis"]["strict"] =>
      body.terms.kpis.map((plan) =>
        judgeKpi(
          plan,
          steady.map(({ values }) => values[plan.id] ?? null),
          which,
        ),
      );
    const kpis = { strict: judged("strict"), soft: judged("soft") };
    return { ...body, iterations, kpis, deltas: verifyDeltas(iterations) };
  };
}

/** Says that the latest run is one of another commit, in its record and its manifest alike. */
export async function forgeCommit(folder: string, commit: string): Promise<void> {
  const record = read<SoakRunRecord>(folder, "run.json");
  write(folder, "run.json", { ...record, candidate: { ...record.candidate, commit } });
  const manifest = read<SoakManifest>(folder, "manifest.json");
  const text = textOf(folder, "run.json");
  const own = { path: "run.json", sha256: sha256Hex(text), sizeBytes: Buffer.byteLength(text) };
  write(folder, "manifest.json", {
    ...manifest,
    files: manifest.files.map((file) => (file.path === own.path ? own : file)),
  });
}

function textOf(folder: string, path: string): string {
  const text = readFile(folder, `${RUN}/${path}`);
  if (text === null) throw new Error(`${path} is not there`);
  return text;
}

function read<T>(folder: string, path: string): T {
  return JSON.parse(textOf(folder, path)) as T;
}

function write(folder: string, path: string, value: unknown): void {
  writeFiles(folder, { [`${RUN}/${path}`]: `${JSON.stringify(value, null, 2)}\n` });
}
