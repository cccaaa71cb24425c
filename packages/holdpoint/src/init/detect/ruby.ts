import type { CoverageDraft, Detected } from "../detected.ts";
import { JUNIT_FOLDER, nothing, suiteDraft } from "../detected.ts";
import type { Repository } from "../repository.ts";
import { filesNamed, hasFile } from "../repository.ts";

const LCOV = "coverage/lcov/*.lcov";

/** Gemfile or gemspec; RSpec writes JUnit XML with the gem rspec_junit_formatter. */
export function detectRuby(repository: Repository): Detected | null {
  const gemspecs = filesNamed(repository, /\.gemspec$/);
  if (!hasFile(repository, "Gemfile") && gemspecs.length === 0) return null;
  const declared = ["Gemfile", "Gemfile.lock", ...gemspecs].map((file) => repository.read(file) ?? "").join("\n");
  const base: Detected = {
    ...nothing("Ruby", ["rb"]),
    service:
      gemspecs[0]
        ?.split("/")
        .at(-1)
        ?.replace(/\.gemspec$/, "") ?? null,
  };
  const usesRspec = hasFile(repository, ".rspec") || repository.files.some((file) => /^spec\/.*_spec\.rb$/.test(file));
  if (!usesRspec || !declared.includes("rspec_junit_formatter")) {
    const gem = usesRspec
      ? "RSpec writes JUnit XML with the gem rspec_junit_formatter"
      : "minitest writes JUnit XML with the gem minitest-junit";
    return {
      ...base,
      language: usesRspec ? "Ruby (RSpec)" : "Ruby",
      notes: [`${gem}; add it to the Gemfile, then add a suite.`],
    };
  }
  const report = `${JUNIT_FOLDER}/rspec.xml`;
  const hasCoverage = declared.includes("simplecov-lcov");
  const coverage: CoverageDraft[] = hasCoverage ? [{ id: "ruby", format: "lcov", files: [LCOV] }] : [];
  const run = ["bundle", "exec", "rspec", "--format", "progress", "--format", "RspecJunitFormatter", "--out", report];
  return {
    ...base,
    language: "Ruby (RSpec)",
    suites: [suiteDraft("rspec", run, report, { writes: hasCoverage ? [LCOV] : [] })],
    coverage,
    notes: hasCoverage ? [] : ["SimpleCov writes LCOV with the gem simplecov-lcov."],
  };
}
