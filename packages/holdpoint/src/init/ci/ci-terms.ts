import type { Repository } from "../repository.ts";
import { hasFile, readJsonObject } from "../repository.ts";

/** CI systems that files are written for. */
export const CI_SYSTEMS = ["github", "gitlab"] as const;

export type CiSystem = (typeof CI_SYSTEMS)[number];

/** What the files of every system are made of. */
export interface CiTerms {
  /** Declared shards, sorted; empty: one job does everything. */
  readonly shards: readonly string[];
  /** Lines of shell that make the project's tools ready, with what each is for. */
  readonly prepare: readonly string[];
  readonly languages: readonly ("node" | "python" | "go" | "java")[];
  /** Plan of the soak that runs after the verdict; null: there is none. */
  readonly soak: string | null;
  /** How the command is called. */
  readonly holdpoint: string;
}

/** Path, relative to the root, and text. */
export type CiFile = readonly [path: string, text: string];

export function ciTerms(repository: Repository, shards: readonly string[], version: string): CiTerms {
  const has = (...names: string[]): string | undefined => names.find((name) => hasFile(repository, name));
  const own = isOwnDependency(repository);
  const requirements = has("requirements-dev.txt", "requirements.txt");
  const java = has("pom.xml", "build.gradle", "build.gradle.kts") !== undefined;
  const python = requirements !== undefined || has("pyproject.toml", "setup.py") !== undefined;
  return {
    shards,
    prepare: [
      ...(has("package-lock.json") === undefined ? [] : ["npm ci"]),
      ...(own ? [] : [`npm install --global holdpoint@${version}`]),
      ...(requirements === undefined
        ? python
          ? ["python -m pip install --editable ."]
          : []
        : [`python -m pip install --requirement ${requirements}`]),
    ],
    languages: [
      "node",
      ...(python ? (["python"] as const) : []),
      ...(has("go.mod") === undefined ? [] : (["go"] as const)),
      ...(java ? (["java"] as const) : []),
    ],
    soak: has("soak.yaml") ?? null,
    holdpoint: own ? "npx --no-install holdpoint" : "holdpoint",
  };
}

/** With a lockfile that has it, `npm ci` brings exactly the version that the project chose. */
function isOwnDependency(repository: Repository): boolean {
  if (!hasFile(repository, "package-lock.json")) return false;
  const { dependencies, devDependencies } = readJsonObject(repository, "package.json");
  return [dependencies, devDependencies].some(
    (list) => typeof list === "object" && list !== null && Object.hasOwn(list, "holdpoint"),
  );
}
