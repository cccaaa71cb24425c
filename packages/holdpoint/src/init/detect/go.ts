import type { Detected } from "../detected.ts";
import { JUNIT_FOLDER, nothing, suiteDraft } from "../detected.ts";
import type { Repository } from "../repository.ts";
import { filesNamed, hasFile, isUsed } from "../repository.ts";

const REPORT = `${JUNIT_FOLDER}/go.xml`;

/** go.mod; `go test` itself writes no JUnit XML, gotestsum does. */
export function detectGo(repository: Repository): Detected | null {
  const base = nothing("Go", ["go"]);
  if (!hasFile(repository, "go.mod")) {
    const hasCode = repository.files.some((file) => /^[^/]+\.go$/.test(file));
    return hasCode ? { ...base, notes: ["There is Go code, but no go.mod; with one, run init again."] } : null;
  }
  const module = /^module\s+"?([^\s"]+)/m.exec(repository.read("go.mod") ?? "")?.[1] ?? "";
  const service =
    module
      .replace(/\/v\d+$/, "")
      .split("/")
      .at(-1) ?? null;
  const declared = ["go.mod", ...filesNamed(repository, /^tools\.go$/)]
    .map((file) => repository.read(file) ?? "")
    .join("\n");
  if (!/gotestsum/.test(declared) && !isUsed(repository, /gotestsum/)) {
    const notes = [
      "`go test` writes no JUnit XML. With gotestsum installed, this is the suite:\n" +
        `  - { id: go, run: [gotestsum, --junitfile, ${REPORT}, --, ./...], results: [${REPORT}] }`,
    ];
    return { ...base, service, notes };
  }
  const command = /gotestsum\.tools|tool\s+gotest\.tools\/gotestsum/.test(declared)
    ? ["go", "tool", "gotestsum"]
    : ["gotestsum"];
  return {
    ...base,
    language: "Go (gotestsum)",
    service,
    suites: [suiteDraft("go", [...command, "--junitfile", REPORT, "--", "./..."], REPORT)],
  };
}
