import type { ComponentConfig, ContextConfig, CoverageBody, CoverageFile, JsonObject } from "@holdpoint/core";

/** A file of ten lines, nine of them covered, with branches and functions. */
export function coveredFile(path: string, changes: Partial<CoverageFile> = {}): CoverageFile {
  return {
    path,
    resolved: true,
    lines: { covered: 9, total: 10 },
    branches: { covered: 8, total: 10 },
    functions: { covered: 9, total: 10 },
    statements: null,
    regions: null,
    coveredLines: "1-6,8-10",
    uncoveredLines: "7",
    ...changes,
  };
}

/** The LCOV report `unit` of three files, 90 % of the lines covered. */
export function coverage(changes: Partial<CoverageBody> = {}): CoverageBody {
  return {
    report: "unit",
    format: "lcov",
    instrumenter: "node",
    files: [coveredFile("src/cart.ts"), coveredFile("src/money.ts"), coveredFile("src/store/disk.ts")],
    unmatched: [],
    unmeasured: [],
    deadGlobs: [],
    mismatches: [],
    remarks: [],
    contexts: [],
    shard: null,
    carried: null,
    ...changes,
  };
}

/** The component `store`, which reaches its floor. */
export function component(changes: Partial<ComponentConfig> = {}): ComponentConfig {
  return {
    id: "store",
    paths: ["src/store/**"],
    floors: { lines: 85 },
    maxUncovered: {},
    shards: [],
    tags: [],
    critical: false,
    advisoryUntil: null,
    ...changes,
  };
}

/** The context `security`, which has to cover half of the store's lines. */
export function context(changes: Partial<ContextConfig> = {}): ContextConfig {
  return { id: "security", match: ["security*"], paths: ["src/store/**"], lines: 50, advisoryUntil: null, ...changes };
}

/** Configuration as a parameter. */
export function asParam(parts: readonly object[]): JsonObject[] {
  return parts as unknown as JsonObject[];
}
