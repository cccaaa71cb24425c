import { packageRoom } from "./imports.ts";
import { MAY_IMPORT, TESTKIT } from "./table.ts";
import type { Violation } from "./violation.ts";

export interface Manifest {
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const FIELDS = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"] as const;
const EXACT = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/;

/** What the import table says against the dependencies that a package declares. */
export function manifestViolations(manifest: Manifest): Violation[] {
  const room = packageRoom(manifest.name);
  const allowed = room === null ? undefined : MAY_IMPORT[room];
  if (allowed === undefined) return [broken(manifest, `'${manifest.name}' is not in the import table`)];
  return Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }).flatMap((name) => {
    const target = packageRoom(name);
    if (target === null)
      return room === "core" || room === "kit" ? [broken(manifest, `${room} has no dependencies`)] : [];
    if (target === TESTKIT) return [broken(manifest, "only tests import testkit: devDependencies")];
    return allowed.includes(target) ? [] : [broken(manifest, `${room} may not depend on ${target}`)];
  });
}

/** Ranges that are not one exact version. */
export function pinViolations(manifest: Manifest): Violation[] {
  return FIELDS.filter((field) => field !== "peerDependencies").flatMap((field) =>
    Object.entries(manifest[field] ?? {})
      .filter(([, range]) => !EXACT.test(range))
      .map(([name, range]) => broken(manifest, `${field} ${name}: '${range}' is not one exact version`)),
  );
}

function broken(manifest: Manifest, text: string): Violation {
  return { rule: "manifest", path: manifest.path, line: 1, text };
}
