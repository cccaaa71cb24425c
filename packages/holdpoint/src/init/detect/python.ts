import type { Detected } from "../detected.ts";
import { COVERAGE_FOLDER, JUNIT_FOLDER, nothing, suiteDraft } from "../detected.ts";
import type { Repository } from "../repository.ts";
import { filesNamed, hasFile, isUsed } from "../repository.ts";
import { tomlString } from "../toml.ts";

const MANIFESTS = ["pyproject.toml", "setup.py", "setup.cfg"];
const REPORT = `${JUNIT_FOLDER}/pytest.xml`;
const LCOV = `${COVERAGE_FOLDER}/python.lcov`;

/** pyproject.toml, setup.py or setup.cfg; pytest writes JUnit XML itself and runs unittest classes as well. */
export function detectPython(repository: Repository): Detected | null {
  const manifests = MANIFESTS.filter((file) => hasFile(repository, file));
  if (manifests.length === 0) return null;
  const base = nothing("Python", ["py"]);
  const declared = [
    ...manifests,
    ...filesNamed(repository, /^(requirements[\w.-]*\.(txt|in)|tox\.ini|Pipfile|pytest\.ini)$/),
  ]
    .map((file) => repository.read(file) ?? "")
    .join("\n");
  const pyproject = repository.read("pyproject.toml") ?? "";
  const ofProject = (key: string): string | null =>
    tomlString(pyproject, "project", key) ?? tomlString(pyproject, "tool.poetry", key);
  const setup = `${repository.read("setup.py") ?? ""}\n${repository.read("setup.cfg") ?? ""}`;
  const shared = {
    service: ofProject("name") ?? /^\s*(?:setup\()?name\s*=\s*["']?([\w.-]+)/m.exec(setup)?.[1] ?? null,
    versionFiles: ofProject("version") === null ? [] : ["pyproject.toml"],
  };
  const usesPytest =
    /\bpytest\b/.test(declared) ||
    isUsed(repository, /\bpytest\b/) ||
    filesNamed(repository, /^(conftest\.py|pytest\.ini)$/).length > 0;
  if (!usesPytest) {
    const notes = [
      "pytest, which writes JUnit XML and runs unittest classes as well, is not used here: install it, add a suite.",
    ];
    return { ...base, ...shared, notes };
  }
  const hasCoverage = /\bpytest-cov\b/.test(declared) || isUsed(repository, /\bpytest-cov\b|--cov\b/);
  const cover = hasCoverage ? ["--cov", `--cov-report=lcov:${LCOV}`] : [];
  const run = [...launcher(repository), "pytest", `--junitxml=${REPORT}`, ...cover];
  return {
    ...base,
    ...shared,
    language: "Python (pytest)",
    suites: [suiteDraft("pytest", run, REPORT, hasCoverage ? { writes: [LCOV] } : {})],
    coverage: hasCoverage ? [{ id: "python", format: "lcov", files: [LCOV] }] : [],
    notes: hasCoverage ? [] : ["pytest measures coverage with pytest-cov among the dependencies."],
  };
}

function launcher(repository: Repository): string[] {
  if (hasFile(repository, "uv.lock")) return ["uv", "run"];
  if (hasFile(repository, "poetry.lock")) return ["poetry", "run"];
  return ["python3", "-m"];
}
