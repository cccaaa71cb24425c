import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sequence } from "../generate-cobertura.ts";

const FILES_PER_FOLDER = 20;
const LINES_MIN = 20;
const LINES_SPREAD = 160;
const IDENTITY = ["-c", "user.name=bench", "-c", "user.email=bench@example.invalid", "-c", "commit.gpgsign=false"];

export interface Written {
  readonly files: number;
  readonly lines: number;
  readonly sourceBytes: number;
}

/**
 * A repository of so many source files, 100 lines each on average, with a report that fits them line by line: two
 * lines in three are measured, one in nine of those has ways out. The same number is the same repository.
 */
export function sourceRepository(folder: string, files: number): Written {
  const random = sequence(0x0717);
  const report: string[] = [];
  let lines = 0;
  let sourceBytes = 0;
  for (let index = 0; index < files; index += 1) {
    const path = `packages/part-${Math.floor(index / FILES_PER_FOLDER)}/src/module-${index}.ts`;
    const count = LINES_MIN + Math.floor(random() * LINES_SPREAD);
    const text = Array.from({ length: count }, () => sourceLine(random)).join("");
    write(folder, path, text);
    report.push(`SF:${path}`, ...records(count, random), "end_of_record");
    lines += count;
    sourceBytes += text.length;
  }
  write(folder, ".gitignore", ".holdpoint/\nreports/\n");
  write(folder, "holdpoint.yaml", CONFIGURATION);
  git(folder, "init", "--quiet", "--initial-branch=main");
  git(folder, "add", "--all");
  git(folder, ...IDENTITY, "commit", "--quiet", "--message", "first");
  write(folder, "reports/lcov.info", `${report.join("\n")}\n`);
  return { files, lines, sourceBytes };
}

const WORDS = ["const", "value", "=", "await", "read(", "source,", "index)", "if", "(total", "<", "limit)", "return"];

function sourceLine(random: () => number): string {
  if (random() < 0.12) return "\n";
  const indent = "  ".repeat(Math.floor(random() * 4));
  const words = Array.from({ length: 2 + Math.floor(random() * 8) }, () => WORDS[Math.floor(random() * WORDS.length)]);
  return `${indent}${words.join(" ")};\n`;
}

function records(count: number, random: () => number): string[] {
  const made: string[] = [];
  for (let line = 1; line <= count; line += 1) {
    if (random() > 0.66) continue;
    const hits = random() < 0.8 ? 1 + Math.floor(random() * random() * 3_000) : 0;
    made.push(`DA:${line},${hits}`);
    if (random() < 0.11) made.push(`BRDA:${line},0,0,${hits}`, `BRDA:${line},0,1,${random() < 0.5 ? 0 : hits}`);
  }
  return made;
}

const CONFIGURATION = `version: 1
service: pages
environment: bench
coverage:
  reports: [{ id: unit, files: [reports/lcov.info] }]
  source: ["packages/**/*.ts"]
  components:
    - { id: first, paths: ["packages/part-1*/**"], lines: 50 }
    - { id: second, paths: ["packages/part-2*/**"], lines: 50 }
profiles:
  release: { gates: { coverage: {} } }
`;

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function git(folder: string, ...args: readonly string[]): void {
  execFileSync("git", args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
}
