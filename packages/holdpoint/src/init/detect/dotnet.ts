import type { Detected } from "../detected.ts";
import { nothing, suiteDraft } from "../detected.ts";
import type { Repository } from "../repository.ts";
import { filesNamed } from "../repository.ts";

const LCOV = "**/coverage.info";

/** *.csproj or *.sln; `dotnet test` writes JUnit XML with the package JunitXml.TestLogger. */
export function detectDotnet(repository: Repository): Detected | null {
  const projects = filesNamed(repository, /\.(cs|fs|vb)proj$/);
  const solutions = filesNamed(repository, /\.slnx?$/);
  if (projects.length + solutions.length === 0) return null;
  const declared = [...projects, ...filesNamed(repository, /^Directory\.(Packages|Build)\.props$/)]
    .map((file) => repository.read(file) ?? "")
    .join("\n");
  const base: Detected = {
    ...nothing(".NET", ["cs", "fs", "vb"]),
    service:
      (solutions[0] ?? projects[0] ?? "")
        .split("/")
        .at(-1)
        ?.replace(/\.\w+$/, "") ?? null,
    versionFiles: projects.filter((file) => /<Version>[^<$]+<\/Version>/.test(repository.read(file) ?? "")),
  };
  if (!/JunitXml\.TestLogger/i.test(declared)) {
    const notes = [
      "`dotnet test` writes JUnit XML with the package JunitXml.TestLogger: add it to the tests and run init again.",
    ];
    return { ...base, notes };
  }
  const hasCoverage = /coverlet\.msbuild/i.test(declared);
  const cover = hasCoverage ? ["/p:CollectCoverage=true", "/p:CoverletOutputFormat=lcov"] : [];
  const run = ["dotnet", "test", "--logger", "junit;LogFileName={assembly}.junit.xml", ...cover];
  const more = { timeout: "30m", writes: hasCoverage ? [LCOV] : [] };
  return {
    ...base,
    language: ".NET (dotnet test)",
    suites: [suiteDraft("dotnet", run, "**/TestResults/*.junit.xml", more)],
    coverage: hasCoverage ? [{ id: "dotnet", format: "lcov", files: [LCOV] }] : [],
    notes: hasCoverage ? [] : ["`dotnet test` writes LCOV with the package coverlet.msbuild in the test projects."],
  };
}
