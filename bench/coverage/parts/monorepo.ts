import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generateLcov, modulePath, SERVICES } from "../generate-lcov.ts";
import type { Totals } from "./totals.ts";

const SOURCE_LINES = 40;
const IDENTITY = ["-c", "user.name=bench", "-c", "user.email=bench@example.invalid", "-c", "commit.gpgsign=false"];

/** A repository of so many source files in two commits, with a component a service, and what its report holds. */
export async function monorepo(folder: string, files: number): Promise<Totals> {
  mkdirSync(folder, { recursive: true });
  for (let index = 0; index < files; index += 1) write(folder, modulePath(index), source(index));
  write(folder, ".gitignore", ".holdpoint/\nreports/\nwritten.info\n");
  write(folder, "holdpoint.yaml", configuration());
  git(folder, "init", "--quiet", "--initial-branch=main");
  commit(folder, "first");
  for (let index = 0; index < files; index += 100) write(folder, modulePath(index), `${source(index)}export {};\n`);
  commit(folder, "second");
  return generateLcov(join(folder, "written.info"), Number.POSITIVE_INFINITY, files);
}

function source(index: number): string {
  return `// module ${index}\n`.repeat(SOURCE_LINES);
}

/** The suite only hands the report over, so that what is timed is the gate. */
function configuration(): string {
  const components = Array.from(
    { length: SERVICES },
    (_, service) =>
      `    - { id: service-${service}, paths: ["packages/service-${service}/**"], lines: 70, branches: 40 }`,
  );
  return `version: 1
service: monorepo
environment: bench
suites:
  - id: unit
    run: [sh, -c, "mkdir -p reports && cp written.info reports/lcov.info"]
    timeout: 1m
    writes: [reports/lcov.info]
repository: { versionFiles: [] }
coverage:
  reports:
    - { id: unit, files: [reports/lcov.info] }
  source: ["packages/**/*.ts"]
  components:
${components.join("\n")}
profiles:
  release:
    firstRelease: allow
    gates:
      coverage:
        checks:
          whole-floor: { linesPercent: 70, branchesPercent: 40, functionsPercent: 60 }
`;
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function commit(folder: string, message: string): void {
  git(folder, "add", "--all");
  git(folder, ...IDENTITY, "commit", "--quiet", "--message", message);
}

function git(folder: string, ...args: readonly string[]): void {
  execFileSync("git", args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
}
