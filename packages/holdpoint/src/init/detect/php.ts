import type { Detected } from "../detected.ts";
import { JUNIT_FOLDER, nothing, suiteDraft } from "../detected.ts";
import type { Repository } from "../repository.ts";
import { asObject, hasFile, readJsonObject } from "../repository.ts";

/** composer.json; PHPUnit and Pest write JUnit XML themselves. */
export function detectPhp(repository: Repository): Detected | null {
  if (!hasFile(repository, "composer.json")) return null;
  const manifest = readJsonObject(repository, "composer.json");
  const declared = { ...asObject(manifest["require"]), ...asObject(manifest["require-dev"]) };
  const base: Detected = {
    ...nothing("PHP", ["php"]),
    service: typeof manifest["name"] === "string" ? manifest["name"] : null,
    versionFiles: typeof manifest["version"] === "string" ? ["composer.json"] : [],
  };
  const command = phpCommand(repository, declared);
  if (command === null)
    return { ...base, notes: ["No runner that writes JUnit XML was recognised: neither PHPUnit nor Pest is used."] };
  const report = `${JUNIT_FOLDER}/phpunit.xml`;
  return {
    ...base,
    language: `PHP (${command.name})`,
    suites: [suiteDraft("phpunit", [...command.run, "--log-junit", report], report)],
    notes: ["PHPUnit writes no LCOV; coverage is left out."],
  };
}

function phpCommand(
  repository: Repository,
  declared: Readonly<Record<string, unknown>>,
): { readonly name: string; readonly run: readonly string[] } | null {
  if ("pestphp/pest" in declared) return { name: "Pest", run: ["vendor/bin/pest"] };
  if ("phpunit/phpunit" in declared) return { name: "PHPUnit", run: ["vendor/bin/phpunit"] };
  const configured = ["phpunit.xml", "phpunit.xml.dist", "phpunit.dist.xml"].some((file) => hasFile(repository, file));
  return configured ? { name: "PHPUnit", run: ["phpunit"] } : null;
}
