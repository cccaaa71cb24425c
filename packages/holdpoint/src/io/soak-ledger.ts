import type { Candidate, JsonObject, SoakIteration } from "@holdpoint/core";
import { canonicalize, sha256Hex } from "@holdpoint/core";
import type { DrivenSoak } from "@holdpoint/drills";
import { openRunLedger } from "@holdpoint/release";
import type { Host } from "../host.ts";
import { detectAll } from "../init/detect/index.ts";
import { draftOf } from "../init/draft.ts";
import { GATES } from "../registry.ts";
import { configIsThere, loadConfig } from "./config-file.ts";
import { readRepository } from "./repository-files.ts";

export const SOAK_RECORD = { began: "soak-began", iteration: "soak-iteration", ended: "soak-ended" } as const;

/** Soaks belong to no release run. */
const NO_RUN = "";

/** Appends what a soak does to the ledger of a work tree, which is begun when there is none. */
export interface SoakLedger {
  readonly began: (body: JsonObject) => Promise<void>;
  readonly iteration: (soak: string, iteration: SoakIteration, run: string) => Promise<void>;
  readonly ended: (soak: DrivenSoak) => Promise<void>;
}

interface LedgerTerms {
  readonly root: string;
  readonly facts: Pick<Candidate, "commit" | "tree" | "dirty">;
  readonly keyFile?: string;
}

export function soakLedger(host: Host, config: string | undefined, { root, facts, ...key }: LedgerTerms): SoakLedger {
  const names = namesOf(host, config, root);
  const candidate: Candidate = { ...names, ...facts, artifacts: [], configDigest: "" };
  const append = async (kind: string, body: JsonObject): Promise<void> => {
    const ledger = await openRunLedger({ root, nowMs: host.nowMs, run: NO_RUN, candidate, ...key });
    try {
      ledger.append([{ kind, run: NO_RUN, body }]);
    } finally {
      ledger.close();
    }
  };
  return {
    began: async (body) => append(SOAK_RECORD.began, body),
    iteration: async (soak, { summary, ...iteration }, run) => {
      // The summary is the target's and may be large; its file is bound by its digest.
      const summarySha256 = summary === null ? null : sha256Hex(canonicalize(summary));
      const told = JSON.parse(JSON.stringify(iteration)) as JsonObject;
      await append(SOAK_RECORD.iteration, { soak, run, summarySha256, iteration: told });
    },
    ended: async ({ record: { run }, body, manifestSha256 }) => {
      const { id, planSha256, aborted, synthetic, iterations } = body;
      const outcomes = Object.fromEntries(body.kpis.strict.map((kpi) => [kpi.id, kpi.outcome]));
      const told = { soak: id, run, planSha256, manifestSha256, aborted, synthetic };
      await append(SOAK_RECORD.ended, { ...told, iterations: iterations.length, kpis: outcomes });
    },
  };
}

/** A repository that has no configuration yet is called what `init` would call it, so that its ledger goes on. */
function namesOf(host: Host, config: string | undefined, root: string): Pick<Candidate, "service" | "environment"> {
  if (configIsThere(host.cwd, config)) {
    const { service, environment } = loadConfig(host.cwd, config, GATES).config;
    return { service, environment };
  }
  const repository = readRepository(root);
  return { service: draftOf(repository, detectAll(repository), []).service, environment: "release" };
}
