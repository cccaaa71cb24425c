import type { CoverageDraft, Detected, SuiteDraft } from "./detected.ts";
import { existingReports } from "./existing-reports.ts";
import type { Repository } from "./repository.ts";
import { hasFile, readJsonObject } from "./repository.ts";
import { sourceGlobs } from "./source-globs.ts";

/** Everything that `holdpoint.yaml` will say, and why it does not say more. */
export interface Draft {
  readonly service: string;
  readonly languages: readonly string[];
  readonly suites: readonly SuiteDraft[];
  readonly versionFiles: readonly string[];
  readonly changelog: string | null;
  readonly coverage: {
    readonly reports: readonly CoverageDraft[];
    readonly source: readonly string[];
    readonly exclude: readonly string[];
  } | null;
  readonly npm: boolean;
  /** Gates of the release profile, in order. */
  readonly gates: readonly string[];
  /** Gates left out, with the reason. */
  readonly leftOut: readonly { readonly gate: string; readonly reason: string }[];
  readonly notes: readonly string[];
}

const SERVICE_FORM = /^[A-Za-z0-9@][A-Za-z0-9@/._-]{0,199}$/;
const CHANGELOG = /^(CHANGELOG|CHANGES|HISTORY|NEWS|RELEASES)\.md$/i;

/** They drill a gateway, which only somebody who runs one can name. */
const GATEWAY_GATES: readonly string[] = ["gateway-live", "breakers", "dead-letters", "error-taxonomy", "fail-closed"];

/** What they judge is made or stored by a part of the configuration that only a person can write. */
const WANTS_PART: Readonly<Record<string, string>> = {
  performance: "load",
  capacity: "load",
  leak: "load",
  "metrics-exposition": "metrics` or `load",
  "soak-kpi": "soak",
};

/** Puts together what the detectors found. */
export function draftOf(repository: Repository, detected: readonly Detected[], gates: readonly string[]): Draft {
  const existing = existingReports(repository);
  const running = detected.flatMap((one) => one.suites);
  const suites = running.length > 0 || existing.suite === null ? running : [existing.suite];
  const measured = detected.flatMap((one) => one.coverage);
  const reports = measured.length > 0 || running.length > 0 ? measured : existing.coverage;
  const covered = detected.filter((one) => one.coverage.length > 0);
  const extensions = (covered.length > 0 ? covered : detected).flatMap((one) => one.extensions);
  const { source, exclude } = sourceGlobs(repository.files, extensions);
  const coverage = reports.length > 0 && source.length > 0 ? { reports, source, exclude } : null;
  const npm = npmLocked(repository);
  const leftOut = [
    ...(coverage === null ? [{ gate: "coverage", reason: "no suite leaves an LCOV or Istanbul report" }] : []),
    ...(npm ? [] : [{ gate: "dependencies", reason: "there is no npm lockfile (version 2 or 3) in the root" }]),
    ...GATEWAY_GATES.map((gate) => ({ gate, reason: "no command under `drills.gateway` starts a gateway" })),
    ...Object.entries(WANTS_PART).map(([gate, part]) => ({ gate, reason: `there is no \`${part}\` part` })),
  ].filter(({ gate }) => gates.includes(gate));
  return {
    service: serviceName(repository, detected),
    languages: detected.map((one) => one.language),
    suites,
    versionFiles: [
      ...new Set([
        ...detected.flatMap((one) => one.versionFiles),
        ...(hasFile(repository, "VERSION") ? ["VERSION"] : []),
      ]),
    ],
    changelog: repository.files.find((file) => CHANGELOG.test(file)) ?? null,
    coverage,
    npm,
    gates: gates.filter((gate) => !leftOut.some((one) => one.gate === gate)),
    leftOut,
    notes: [...new Set(detected.flatMap((one) => one.notes))],
  };
}

function serviceName(repository: Repository, detected: readonly Detected[]): string {
  const names = [...detected.map((one) => one.service), repository.name];
  const sound = names.find((name) => name !== null && SERVICE_FORM.test(name));
  return sound ?? "service";
}

function npmLocked(repository: Repository): boolean {
  const file = ["npm-shrinkwrap.json", "package-lock.json"].find((name) => hasFile(repository, name));
  return file !== undefined && [2, 3].includes(Number(readJsonObject(repository, file)["lockfileVersion"]));
}
