import type { CoverageDraft, Detected, SuiteDraft } from "../detected.ts";
import { COVERAGE_FOLDER, nothing } from "../detected.ts";
import type { Repository } from "../repository.ts";
import { asObject, hasFile, readJsonObject, textOf } from "../repository.ts";
import { jest, mocha, nodeTest, vitest } from "./node-runners.ts";

/** What a runner is looked at with. */
export interface NodeProject {
  readonly script: string;
  readonly dependencies: ReadonlySet<string>;
  readonly manifest: Readonly<Record<string, unknown>>;
}

export interface NodeSuite {
  readonly runner: string;
  readonly suite: SuiteDraft | null;
  readonly hasCoverage: boolean;
  readonly notes: readonly string[];
}

export const NODE_LCOV: string = `${COVERAGE_FOLDER}/lcov.info`;
const EXTENSIONS = ["js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx"];
const RUNNERS = [vitest, jest, nodeTest, mocha];

/** package.json: the first runner that it uses. */
export function detectNode(repository: Repository): Detected | null {
  if (!hasFile(repository, "package.json")) return null;
  const manifest = readJsonObject(repository, "package.json");
  const project: NodeProject = {
    manifest,
    script: textOf(asObject(manifest["scripts"])["test"]) ?? "",
    dependencies: new Set(
      ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"].flatMap((kind) =>
        Object.keys(asObject(manifest[kind])),
      ),
    ),
  };
  const found = RUNNERS.map((runner) => runner(project)).find((one) => one !== null) ?? null;
  const base = nothing(`Node.js${found === null ? "" : ` (${found.runner})`}`, EXTENSIONS);
  const coverage: CoverageDraft[] =
    found?.hasCoverage === true ? [{ id: "node", format: "lcov", files: [NODE_LCOV] }] : [];
  return {
    ...base,
    service: textOf(manifest["name"]),
    suites: [found?.suite ?? null].filter((suite) => suite !== null),
    coverage,
    versionFiles: typeof manifest["version"] === "string" ? ["package.json"] : [],
    notes: found?.notes ?? [unknownRunner(project)],
  };
}

function unknownRunner({ script }: NodeProject): string {
  const what = script === "" ? "package.json has no test script" : `the test script is \`${script}\``;
  return `No runner that writes JUnit XML was recognised: ${what}.`;
}
