import type { Candidate } from "@holdpoint/core";
import { canonicalize, CATALOGUE_VERSION, catalogueDigest, KIND } from "@holdpoint/core";
import type { Json, PlanBody } from "@holdpoint/core";
import type { GateArtifactDocument } from "@holdpoint/release";
import { artifactsBody, GATE_ARTIFACT_SCHEMA, loadValidator } from "@holdpoint/release";
import { commitAll, editFile, readFile, removeFile, writeFiles } from "../../io/plant-files.ts";
import type { Gathered, LivePlant } from "../live-plant.ts";

const GATES = ["candidate", "tests"] as const;
const fileOf = (gate: string): string => `reports/audit/${gate}.json`;

/** Two artifacts as gates leave them. */
async function realArtifacts(folder: string): Promise<void> {
  writeFiles(folder, { "README.md": "a repository\n", ".gitignore": "reports/\n" });
  commitAll(folder);
  for (const gate of GATES) writeFiles(folder, { [fileOf(gate)]: canonicalize(documentOf(gate) as unknown as Json) });
}

function documentOf(gate: string): GateArtifactDocument {
  const candidate: Candidate = {
    service: "live-plant",
    commit: "0".repeat(40),
    tree: "0".repeat(40),
    dirty: false,
    artifacts: [],
    configDigest: `sha256:${"0".repeat(64)}`,
    environment: "selftest",
  };
  return {
    schema: GATE_ARTIFACT_SCHEMA,
    run: "live",
    candidate,
    profile: "release",
    policyDigest: `sha256:${"0".repeat(64)}`,
    catalogue: { version: CATALOGUE_VERSION, digest: catalogueDigest() },
    judgedAt: "2026-01-01T00:00:00.000Z",
    durationMs: 1,
    gate: { id: gate, title: gate, verdict: "INCONCLUSIVE", blocking: true, sections: ["L"], checks: [] },
  };
}

async function gather(folder: string): Promise<Gathered[]> {
  const files = GATES.map((gate) => ({ gate, file: fileOf(gate), text: readFile(folder, fileOf(gate)), signed: true }));
  const body = artifactsBody(files, await loadValidator("gate-artifact.v1.json"));
  const plan: PlanBody = {
    profile: "release",
    gates: GATES.map((id) => ({ id, blocking: true, exists: true, sections: ["L"], checks: [] })),
    requiredGates: GATES,
    requiredSections: [],
    coveredSections: [],
  };
  return [
    { kind: KIND.plan, samples: plan.gates.length, body: plan },
    { kind: KIND.artifacts, samples: body.artifacts.length, body },
  ];
}

const plant = (own: Pick<LivePlant, "id" | "harms" | "expect" | "harm">): LivePlant => ({
  gate: "automation-coverage",
  sound: realArtifacts,
  gather,
  ...own,
});

export const plants: readonly LivePlant[] = [
  plant({
    id: "artifact-deleted",
    harms: "the artifact of a gate is deleted from disk",
    expect: { check: "every-gate-left-artifact", outcome: "fail", code: "artifact-missing" },
    harm: async (folder) => removeFile(folder, fileOf("tests")),
  }),
  plant({
    id: "artifact-edited",
    harms: "the verdict in an artifact is changed to a word that does not exist",
    expect: { check: "artifacts-valid", outcome: "fail", code: "schema-broken" },
    harm: async (folder) =>
      editFile(folder, fileOf("tests"), (bytes) => bytes.toString("utf8").replace('"INCONCLUSIVE"', '"FINE"')),
  }),
];
