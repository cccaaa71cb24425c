import type { Config } from "@holdpoint/core";
import { declaredShards } from "@holdpoint/release";
import type { InitFlags } from "../commands/init.ts";
import { readConfig } from "../config/read-config.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import type { CiFile } from "../init/ci/ci-terms.ts";
import { ciTerms } from "../init/ci/ci-terms.ts";
import { ciFiles } from "../init/ci/files.ts";
import { detectAll } from "../init/detect/index.ts";
import type { Draft } from "../init/draft.ts";
import { draftOf } from "../init/draft.ts";
import { renderConfig } from "../init/render-config.ts";
import { missingIgnores } from "../init/ignores.ts";
import { refuseExisting, writeCiFiles } from "../io/ci-files.ts";
import { CONFIG_FILE, configIsThere, loadConfig } from "../io/config-file.ts";
import { writeConfig } from "../io/init-files.ts";
import { readRepository } from "../io/repository-files.ts";
import { repositoryRoot } from "../io/repository-root.ts";
import { GATES } from "../registry.ts";
import type { Answer } from "../verb.ts";
import { VERSION } from "../version.ts";

export const INIT_SCHEMA = "holdpoint/init/v1";

export default async function init(host: Host, flags: InitFlags): Promise<Answer> {
  if (flags.ci !== undefined && configIsThere(host.cwd, flags.config)) return ciOnly(host, flags);
  const root = repositoryRoot(host.cwd);
  const repository = readRepository(root);
  const draft = draftOf(
    repository,
    detectAll(repository),
    GATES.map(({ id }) => id),
  );
  const yaml = renderConfig(draft);
  // What init writes must be what the other verbs read; a slip in a detector ends here and not in the user's clone.
  const config = readConfig(new TextEncoder().encode(yaml), CONFIG_FILE, GATES);
  const ignores = missingIgnores(repository.read(".gitignore"));
  const ci = ciFilesOf(root, config, flags);
  const written = flags.dryRun
    ? []
    : [
        ...writeConfig(root, { config: flags.config, force: flags.force, yaml, ignores, cwd: host.cwd }),
        ...writeCiFiles(root, ci, flags.force),
      ];
  const { languages, suites, leftOut, notes } = draft;
  const told = { languages, suites: suites.map(({ id }) => id), leftOut, notes, yaml, ci: Object.fromEntries(ci) };
  return {
    exit: EXIT.pass,
    json: () => ({ schema: INIT_SCHEMA, written, ...told }),
    text: () => (flags.dryRun ? [yaml, ...ciTexts(ci)].join("\n").trimEnd() : initText(draft, written)),
  };
}

/** The configuration is there and stays as it is. */
function ciOnly(host: Host, flags: InitFlags): Answer {
  const { root, config } = loadConfig(host.cwd, flags.config, GATES);
  const ci = ciFilesOf(root, config, flags);
  const written = flags.dryRun ? [] : writeCiFiles(root, ci, flags.force);
  return {
    exit: EXIT.pass,
    json: () => ({ schema: INIT_SCHEMA, written, ci: Object.fromEntries(ci) }),
    text: () => (flags.dryRun ? ciTexts(ci).join("\n").trimEnd() : `Written: ${written.join(", ")}`),
  };
}

function ciFilesOf(root: string, config: Config, { ci, force, dryRun }: InitFlags): CiFile[] {
  if (ci === undefined) return [];
  const files = ciFiles(ci, ciTerms(readRepository(root), declaredShards(config), VERSION));
  refuseExisting(root, files, force || dryRun);
  return files;
}

function ciTexts(files: readonly CiFile[]): string[] {
  return files.map(([path, text]) => `# ${path}\n${text}`);
}

function initText({ languages, suites, gates, leftOut, notes }: Draft, written: readonly string[]): string {
  return [
    `Found: ${languages.join(", ") || "no manifest of a language"}`,
    `Suites: ${suites.map(({ id }) => id).join(", ") || "none; the gate `tests` holds until there is one"}`,
    `Gates: ${gates.join(", ")}`,
    ...leftOut.map(({ gate, reason }) => `Left out: ${gate} (${reason})`),
    ...notes.map((note) => `Note: ${note}`),
    `Written: ${written.join(", ")}`,
    "",
    `Next: git add ${written.join(" ")}, commit, then \`holdpoint promote\`.`,
  ].join("\n");
}
