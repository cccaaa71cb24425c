import type { Violation } from "./violation.ts";

/** A text file of the repository as git has it. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

const MACHINE_PATH = /(?:^|[\s"'`(=:])(\/(?:root|home|Users|work|mnt|data)\/[A-Za-z0-9_.-]+)|[A-Z]:\\Users\\/;
const REGISTRY = /registry\.(?:npmjs|yarnpkg)\.[a-z]+|npm\.pkg\.github\.com|"resolved":\s*"https?:/;
const NEUTRAL = /^\/(?:home|Users)\/(?:user|runner|someone|builder)\b|^\/work\/project\b/;

/** Absolute paths of some machine and hosts of registries: neither means anything elsewhere. */
export function textViolations({ path, text }: TextFile): Violation[] {
  return text.split("\n").flatMap((content, index) => {
    const at = { path, line: index + 1 };
    const found: Violation[] = [];
    const machine = MACHINE_PATH.exec(content);
    if (machine !== null && !NEUTRAL.test(machine[1] ?? "")) {
      found.push({ ...at, rule: "machine-path", text: `'${machine[0].trim()}' is a path of one machine` });
    }
    const registry = REGISTRY.exec(content);
    if (registry !== null) found.push({ ...at, rule: "registry", text: `'${registry[0]}' names a registry's host` });
    return found;
  });
}

const ROOT_TEXTS = new Set([
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "SECURITY.md",
  "AGENTS.md",
]);

/** Texts in the root that are no documentation: reports about work belong into the ledger. */
export function rootViolations(paths: readonly string[]): Violation[] {
  return paths
    .filter((path) => !path.includes("/") && /\.(?:md|txt)$/i.test(path) && !ROOT_TEXTS.has(path))
    .map((path) => ({ rule: "root-text", path, line: 1, text: "the root holds the map of the project, no reports" }));
}
