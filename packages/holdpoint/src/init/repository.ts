/** A repository as `init` sees it: names of files, and the text of the small ones. */
export interface Repository {
  /** Name of its folder. */
  readonly name: string;
  /** Tracked files and those not yet added, relative, forward slashes, sorted. */
  readonly files: readonly string[];
  /** Files that git ignores but that may be reports of an earlier run. */
  readonly ignored: readonly string[];
  /** Null when it is absent, too large or no text. */
  read(path: string): string | null;
}

export function hasFile(repository: Repository, path: string): boolean {
  return repository.files.includes(path);
}

/** Files with that name in any folder. */
export function filesNamed(repository: Repository, pattern: RegExp): string[] {
  return repository.files.filter((file) => pattern.test(file.slice(file.lastIndexOf("/") + 1)));
}

const CI_FILE =
  /^(\.github\/workflows\/[^/]+\.ya?ml|\.gitlab-ci\.yml|\.circleci\/config\.yml|azure-pipelines\.yml|Jenkinsfile)$/;
const BUILD_FILE = /^(Makefile|Justfile|justfile|Taskfile\.ya?ml|tox\.ini|noxfile\.py|magefile\.go)$/;

/** Whether a tool is named where commands are written down: CI files and build files of the root. */
export function isUsed(repository: Repository, tool: RegExp): boolean {
  return repository.files.some(
    (file) => (CI_FILE.test(file) || BUILD_FILE.test(file)) && tool.test(repository.read(file) ?? ""),
  );
}

/** A JSON file as an object; an empty one when it is absent or broken. */
export function readJsonObject(repository: Repository, path: string): Readonly<Record<string, unknown>> {
  try {
    return asObject(JSON.parse(repository.read(path) ?? "{}"));
  } catch {
    return {};
  }
}

export function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

export function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
