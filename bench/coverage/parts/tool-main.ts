import { createReadStream, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Measured } from "./measured.ts";
import type { Totals } from "./totals.ts";
import { peakMemoryBytes } from "./peak-memory.ts";

/**
 * Reads one report with one npm package and prints what it found, in how many seconds, with how much memory. Nothing
 * but the reading is timed.
 */
const [tool = "", path = ""] = process.argv.slice(2);

interface Section {
  readonly lines: { readonly found: number; readonly hit: number };
  readonly branches?: { readonly found: number; readonly hit: number };
}
type WithCallback = (content: string, done: (error: Error | string | null, sections: Section[]) => void) => void;
interface Friedemann {
  readonly lines: { readonly instrumented: number; readonly hit: number };
  readonly branches: { readonly instrumented: number; readonly hit: number };
}

const require = createRequire(import.meta.url);

const TOOLS: Readonly<Record<string, () => Promise<Pick<Totals, "files" | "lines" | "branches">>>> = {
  "lcov-parse": withCallback(() => (require("lcov-parse") as { source: WithCallback }).source),
  "cobertura-parse": withCallback(() => (require("cobertura-parse") as { parseContent: WithCallback }).parseContent),
  "jacoco-parse": withCallback(() => (require("jacoco-parse") as { parseContent: WithCallback }).parseContent),
  "parse-lcov": async () => {
    const parse = (require("parse-lcov") as { default: (text: string) => Section[] }).default;
    return sum(parse(readFileSync(path, "utf8")));
  },
  "@friedemannsommer/lcov-parser": async () => {
    const { default: parse } = (await import("@friedemannsommer/lcov-parser")) as unknown as {
      default: (options: object) => Promise<Friedemann[]>;
    };
    const sections = await parse({ from: createReadStream(path) });
    return sum(
      sections.map(({ lines, branches }) => ({
        lines: { found: lines.instrumented, hit: lines.hit },
        branches: { found: branches.instrumented, hit: branches.hit },
      })),
    );
  },
};

function withCallback(load: () => WithCallback): () => Promise<Pick<Totals, "files" | "lines" | "branches">> {
  return () =>
    new Promise((resolve, reject) => {
      load()(readFileSync(path, "utf8"), (error, sections) => {
        if (error === null) resolve(sum(sections));
        else reject(error instanceof Error ? error : new Error(error));
      });
    });
}

function sum(sections: readonly Section[]): Pick<Totals, "files" | "lines" | "branches"> {
  const lines = { covered: 0, total: 0 };
  const branches = { covered: 0, total: 0 };
  for (const section of sections) {
    lines.covered += section.lines.hit;
    lines.total += section.lines.found;
    branches.covered += section.branches?.hit ?? 0;
    branches.total += section.branches?.found ?? 0;
  }
  return { files: sections.length, lines, branches };
}

const startedMs = performance.now();
const totals = await TOOLS[tool]?.();
if (totals === undefined) throw new Error(`${tool} is not known`);
const seconds = (performance.now() - startedMs) / 1000;
const measured: Measured = { seconds, peakBytes: peakMemoryBytes(), ...totals };
console.log(JSON.stringify(measured));
