import { arch, platform } from "node:process";
import { join } from "node:path";
import type {
  CollectContext,
  Collected,
  Collector,
  DependenciesBody,
  DependenciesConfig,
  Drift,
  EvidenceInput,
  InstallRecordState,
} from "@holdpoint/core";
import { HoldpointError, canonicalize, KIND, sha256Hex } from "@holdpoint/core";
import { directDependencies } from "../../dependencies/direct.ts";
import { compareInstalled } from "../../dependencies/installed/compare.ts";
import type { InstallRecord } from "../../dependencies/installed/install-record.ts";
import {
  compareRecord,
  INSTALL_RECORD_FILE,
  INSTALL_RECORD_SIZE_BYTES_MAX,
  readInstallRecord,
} from "../../dependencies/installed/install-record.ts";
import { lockedPackages } from "../../dependencies/locked-packages.ts";
import { manifestDrift } from "../../dependencies/manifest-drift.ts";
import { ownPaths } from "../../dependencies/own-packages.ts";
import { pathProblem } from "../../dependencies/lockfile/package-path.ts";
import { buildSbom } from "../../dependencies/sbom/build-sbom.ts";
import { readInside } from "../read-inside.ts";
import { digestPlaces } from "./digest-places.ts";
import { readDisk } from "./disk.ts";
import { readHiddenLockfile, readLockfileFile } from "./lockfile-file.ts";
import { readOwnPackages } from "./own-manifests.ts";
import { scanPlaces } from "./scan-places.ts";

const VERSION = "1";

/** Lockfile, manifests and what is installed, entry by entry. */
export const dependenciesCollector: Collector = {
  kind: KIND.dependencies,
  part: "dependencies",
  version: VERSION,
  collect: async (context) => [await collect(context)],
};

async function collect({ root, config, nowMs, signal }: CollectContext): Promise<Collected<DependenciesBody>> {
  const startedAtMs = nowMs();
  const prefix = prefixOf(config as DependenciesConfig);
  const folder = join(root, prefix);
  const { lockfile, sha256 } = await readLockfileFile(folder);
  const inputs: EvidenceInput[] = [{ name: lockfile.file, sha256 }];
  const own = await readOwnPackages(folder, lockfile, inputs, signal);
  const hidden = await readHiddenLockfile(folder, lockfile, inputs);
  const places = scanPlaces(folder, ownPaths(lockfile));
  const disk = await readDisk(folder, places);
  const recorded = hidden === null ? null : await readRecord(folder, inputs);
  const packages = lockedPackages(lockfile, disk.packages);
  const sbom = buildSbom(lockfile, packages);
  const components = Array.isArray(sbom["components"]) ? sbom["components"].length : 0;
  const installed = hidden === null ? null : compareInstalled(lockfile, hidden, disk, { os: platform, cpu: arch });
  const body: DependenciesBody = {
    manager: "npm",
    lockfile: { file: prefix + lockfile.file, version: lockfile.version, sha256 },
    direct: directDependencies(own, lockfile),
    packages,
    manifestDrift: manifestDrift(own, lockfile),
    installed:
      installed === null ? null : { ...installed, drift: [...installed.drift, ...recordDrift(recorded, sha256)] },
    record: recorded === null ? null : await compareNow(folder, recorded, places, signal),
    sbom: { sha256: sha256Hex(canonicalize(sbom)), components },
  };
  return {
    kind: KIND.dependencies,
    provenance: "measured",
    producer: { name: "holdpoint-dependencies", version: VERSION },
    startedAtMs,
    finishedAtMs: nowMs(),
    samples: own.length + packages.length + body.direct.length,
    inputs: inputs.map(({ name, sha256: digest }) => ({ name: prefix + name, sha256: digest })),
    body,
  };
}

function prefixOf({ folder }: DependenciesConfig): string {
  const path = folder.replace(/^(?:\.\/)+|^\.$/, "").replace(/\/+$/, "");
  const problem = pathProblem(path);
  if (problem !== null) throw new HoldpointError("HP-READ-PATH", `the folder ${JSON.stringify(folder)} ${problem}`);
  return path === "" ? "" : `${path}/`;
}

async function readRecord(folder: string, inputs: EvidenceInput[]): Promise<InstallRecord | null> {
  const bytes = await readInside(folder, INSTALL_RECORD_FILE, INSTALL_RECORD_SIZE_BYTES_MAX);
  if (bytes === null) return null;
  inputs.push({ name: INSTALL_RECORD_FILE, sha256: sha256Hex(bytes) });
  return readInstallRecord(bytes, INSTALL_RECORD_FILE);
}

/** A record of the install from another lockfile says nothing about this one. */
function recordDrift(record: InstallRecord | null, sha256: string): Drift[] {
  if (record === null || record.lockfileSha256 === sha256) return [];
  return [{ path: INSTALL_RECORD_FILE, what: "lockfile", expected: sha256, found: record.lockfileSha256 }];
}

async function compareNow(
  folder: string,
  record: InstallRecord,
  places: ReturnType<typeof scanPlaces>,
  signal: AbortSignal,
): Promise<InstallRecordState> {
  return compareRecord(record, await digestPlaces(folder, places, signal));
}
