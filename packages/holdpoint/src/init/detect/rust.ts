import type { CoverageDraft, Detected } from "../detected.ts";
import { COVERAGE_FOLDER, nothing, suiteDraft } from "../detected.ts";
import type { Repository } from "../repository.ts";
import { hasFile, isUsed } from "../repository.ts";
import { tomlString, tomlTablesWith } from "../toml.ts";

const NEXTEST_CONFIG = ".config/nextest.toml";
const LCOV = `${COVERAGE_FOLDER}/rust.lcov`;

/** Cargo.toml; cargo-nextest writes JUnit XML where one of its profiles says so. */
export function detectRust(repository: Repository): Detected | null {
  if (!hasFile(repository, "Cargo.toml")) return null;
  const manifest = repository.read("Cargo.toml") ?? "";
  const base: Detected = {
    ...nothing("Rust", ["rs"]),
    service: tomlString(manifest, "package", "name"),
    versionFiles: tomlString(manifest, "package", "version") === null ? [] : ["Cargo.toml"],
  };
  const junit = nextestJunit(repository.read(NEXTEST_CONFIG) ?? "");
  if (junit === null) {
    const notes = [
      "`cargo test` writes no JUnit XML, cargo-nextest does. Put this into .config/nextest.toml and run init again:\n" +
        '  [profile.ci.junit]\n  path = "junit.xml"',
    ];
    return { ...base, notes };
  }
  const { profile, path } = junit;
  const covered = isUsed(repository, /cargo[- ]llvm-cov/);
  const cargo = covered
    ? ["cargo", "llvm-cov", "nextest", "--lcov", "--output-path", LCOV]
    : ["cargo", "nextest", "run"];
  const coverage: CoverageDraft[] = covered ? [{ id: "rust", format: "lcov", files: [LCOV] }] : [];
  const report = `target/nextest/${profile}/${path}`;
  const more = { timeout: "30m", writes: covered ? [LCOV] : [] };
  return {
    ...base,
    language: "Rust (cargo nextest)",
    suites: [suiteDraft("rust", [...cargo, "--profile", profile], report, more)],
    coverage,
  };
}

function nextestJunit(config: string): { readonly profile: string; readonly path: string } | null {
  for (const table of tomlTablesWith(config, "path")) {
    const profile = /^profile\.([\w-]+)\.junit$/.exec(table)?.[1];
    const path = tomlString(config, table, "path");
    if (profile !== undefined && path !== null) return { profile, path };
  }
  return null;
}
