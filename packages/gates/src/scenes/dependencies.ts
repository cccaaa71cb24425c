import type { DependenciesBody, DirectDependency, LockedPackage, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";

export function lockedPackage(name: string, changes: Partial<LockedPackage> = {}): LockedPackage {
  return {
    path: `node_modules/${name}`,
    name,
    version: "2.3.4",
    integrity: `sha512-${"A".repeat(86)}==`,
    licence: "MIT",
    installScript: false,
    dev: false,
    optional: false,
    ...changes,
  };
}

export function direct(name: string, changes: Partial<DirectDependency> = {}): DirectDependency {
  return {
    manifest: "package.json",
    name,
    range: "2.3.4",
    exact: true,
    type: "dependencies",
    locked: "2.3.4",
    ...changes,
  };
}

/** A project with two direct and one transitive dependency, installed as locked and recorded. */
export function dependencies(changes: Partial<DependenciesBody> = {}): DependenciesBody {
  const packages = changes.packages ?? [lockedPackage("router"), lockedPackage("schema"), lockedPackage("tiny")];
  return {
    manager: "npm",
    lockfile: { file: "package-lock.json", version: 3, sha256: "d".repeat(64) },
    direct: [direct("router"), direct("schema", { type: "devDependencies" })],
    packages,
    manifestDrift: [],
    installed: { entries: packages.length, drift: [], extraneous: [], absent: [] },
    record: {
      recordedAt: "2026-01-01T00:00:00.000Z",
      packages: packages.length + 1,
      changed: [],
      unrecorded: [],
      gone: [],
    },
    sbom: { sha256: "e".repeat(64), components: packages.length },
    ...changes,
  };
}

export function dependenciesScene(changes: Partial<DependenciesBody> = {}): PlantScene {
  return { bodies: { [KIND.dependencies]: [dependencies(changes)] } };
}

/** A plant's way to harm the dependencies of a scene. */
export function harmDependencies(
  harm: (body: DependenciesBody) => Partial<DependenciesBody>,
): (scene: PlantScene) => PlantScene {
  return (scene) => withBody<DependenciesBody>(scene, KIND.dependencies, (body) => ({ ...body, ...harm(body) }));
}

/** The same for the first package that is locked. */
export function harmPackage(changes: Partial<LockedPackage>): (scene: PlantScene) => PlantScene {
  return harmDependencies(({ packages }) => ({
    packages: packages.map((one, index) => (index === 0 ? { ...one, ...changes } : one)),
  }));
}
