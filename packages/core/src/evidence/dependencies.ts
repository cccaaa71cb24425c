/** Body of `dependencies` evidence for the npm lockfile formats 2 and 3. */
export interface DependenciesBody {
  readonly manager: "npm";
  readonly lockfile: { readonly file: string; readonly version: number; readonly sha256: string };
  /** Every range that a manifest of the repository names. */
  readonly direct: readonly DirectDependency[];
  /** Every entry of the lockfile that is not a workspace of the repository. */
  readonly packages: readonly LockedPackage[];
  /** What manifest and lockfile say differently about the repository's own packages. */
  readonly manifestDrift: readonly Drift[];
  /** Against `node_modules/.package-lock.json`, entry by entry; null when nothing is installed. */
  readonly installed: InstalledState | null;
  /** Against the digests recorded at install; null when none were recorded. */
  readonly record: InstallRecordState | null;
  /** CycloneDX 1.6 document made from the lockfile. */
  readonly sbom: { readonly sha256: string; readonly components: number };
}

export interface DirectDependency {
  readonly manifest: string;
  readonly name: string;
  readonly range: string;
  /** True for one exact version, and for a workspace of the repository. */
  readonly exact: boolean;
  readonly type: "dependencies" | "devDependencies" | "optionalDependencies" | "peerDependencies";
  readonly locked: string | null;
}

export interface LockedPackage {
  /** Place in the tree: `node_modules/a/node_modules/b`. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly integrity: string | null;
  readonly licence: string | null;
  readonly installScript: boolean;
  readonly dev: boolean;
  readonly optional: boolean;
}

export interface Drift {
  readonly path: string;
  readonly what: string;
  readonly expected: string;
  readonly found: string;
}

export interface InstalledState {
  readonly entries: number;
  readonly drift: readonly Drift[];
  /** Installed, but in no lockfile. */
  readonly extraneous: readonly string[];
  /** Locked for this platform and not optional, but not installed. */
  readonly absent: readonly string[];
}

export interface InstallRecordState {
  readonly recordedAt: string;
  readonly packages: number;
  /** Package folders whose digest differs from the recorded one. */
  readonly changed: readonly string[];
  readonly unrecorded: readonly string[];
  readonly gone: readonly string[];
}
