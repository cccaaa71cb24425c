import type { InitFlags } from "../commands/init.ts";
import { readConfig } from "../config/read-config.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import { detectAll } from "../init/detect/index.ts";
import type { Draft } from "../init/draft.ts";
import { draftOf } from "../init/draft.ts";
import { renderConfig } from "../init/render-config.ts";
import { missingIgnores } from "../init/ignores.ts";
import { CONFIG_FILE } from "../io/config-file.ts";
import { writeConfig } from "../io/init-files.ts";
import { readRepository } from "../io/repository-files.ts";
import { repositoryRoot } from "../io/repository-root.ts";
import { GATES } from "../registry.ts";
import type { Answer } from "../verb.ts";

export const INIT_SCHEMA = "holdpoint/init/v1";

export default async function init(host: Host, flags: InitFlags): Promise<Answer> {
  const root = repositoryRoot(host.cwd);
  const repository = readRepository(root);
  const draft = draftOf(
    repository,
    detectAll(repository),
    GATES.map(({ id }) => id),
  );
  const yaml = renderConfig(draft);
  // What init writes must be what the other verbs read; a slip in a detector ends here and not in the user's clone.
  readConfig(new TextEncoder().encode(yaml), CONFIG_FILE, GATES);
  const ignores = missingIgnores(repository.read(".gitignore"));
  const written = flags.dryRun
    ? []
    : writeConfig(root, { config: flags.config, force: flags.force, yaml, ignores, cwd: host.cwd });
  const { languages, suites, leftOut, notes } = draft;
  return {
    exit: EXIT.pass,
    json: () => ({ schema: INIT_SCHEMA, written, languages, suites: suites.map(({ id }) => id), leftOut, notes, yaml }),
    text: () => (flags.dryRun ? yaml.trimEnd() : initText(draft, written)),
  };
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
