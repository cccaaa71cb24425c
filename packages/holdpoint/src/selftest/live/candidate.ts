import { commitAll, editFile, git, removeFile, writeFiles } from "../../io/plant-files.ts";
import type { LivePlant } from "../live-plant.ts";

/** A released-looking repository: manifest, changelog, source, all committed. */
async function realRepository(folder: string): Promise<void> {
  writeFiles(folder, {
    "package.json": '{\n  "name": "plant",\n  "version": "1.0.0"\n}\n',
    VERSION: "1.0.0\n",
    "CHANGELOG.md": "# Changelog\n\n## [1.0.0] - 2026-01-01\n\n- First release of the plant.\n",
    "src/sum.js": "export const sum = (a, b) => a + b;\n",
    "src/notes.txt": "Text that only the repository has.\n",
  });
  commitAll(folder);
}

function raiseVersion(folder: string): void {
  editFile(folder, "package.json", (bytes) => bytes.toString("utf8").replace("1.0.0", "1.1.0"));
}

function commit(folder: string): void {
  git(folder, "commit", "--quiet", "--all", "--message", "harmed");
}

export const plants: readonly LivePlant[] = [
  {
    gate: "candidate",
    id: "source-edited",
    harms: "a tracked file was edited and not committed",
    expect: { check: "clean-tree", outcome: "fail", code: "tree-dirty" },
    sound: realRepository,
    harm: async (folder) => writeFiles(folder, { "src/sum.js": "export const sum = (a, b) => a - b;\n" }),
  },
  {
    gate: "candidate",
    id: "edit-hidden",
    harms: "a tracked file was edited, and git was told to take it as unchanged",
    expect: { check: "no-hidden-changes", outcome: "fail", code: "paths-hidden" },
    sound: realRepository,
    harm: async (folder) => {
      git(folder, "update-index", "--assume-unchanged", "src/sum.js");
      writeFiles(folder, { "src/sum.js": "export const sum = (a, b) => a - b;\n" });
    },
  },
  {
    gate: "candidate",
    id: "file-ignored-here",
    harms: "a file that is not in the commit is ignored by this clone only",
    expect: { check: "no-hidden-changes", outcome: "fail", code: "paths-hidden" },
    sound: realRepository,
    harm: async (folder) =>
      writeFiles(folder, {
        ".git/info/exclude": "local.js\n",
        "src/local.js": "export const local = true;\n",
      }),
  },
  {
    gate: "candidate",
    id: "version-tagged-elsewhere",
    harms: "the version was tagged, then another commit was made with the same version",
    expect: { check: "tag-absent-or-here", outcome: "fail", code: "tag-elsewhere" },
    sound: realRepository,
    harm: async (folder) => {
      git(folder, "tag", "v1.0.0");
      writeFiles(folder, { "src/sum.js": "export const sum = (a, b) => b + a;\n" });
      commit(folder);
    },
  },
  {
    gate: "candidate",
    id: "one-manifest-forgotten",
    harms: "the version was raised in one of two files",
    expect: { check: "versions-agree", outcome: "fail", code: "versions-differ" },
    config: { repository: { versionFiles: ["package.json", "VERSION"], changelog: null } },
    sound: realRepository,
    harm: async (folder) => {
      raiseVersion(folder);
      commit(folder);
    },
  },
  {
    gate: "candidate",
    id: "changelog-forgotten",
    harms: "the version was raised without an entry in the changelog",
    expect: { check: "changelog-names-version", outcome: "fail", code: "version-differs" },
    sound: realRepository,
    harm: async (folder) => {
      raiseVersion(folder);
      commit(folder);
    },
  },
  {
    gate: "candidate",
    id: "object-lost",
    harms: "a file's object was deleted from the repository",
    expect: { check: "history-whole", outcome: "fail", code: "history-damaged" },
    sound: realRepository,
    harm: async (folder) => {
      const object = git(folder, "rev-parse", "HEAD:src/notes.txt");
      removeFile(folder, `.git/objects/${object.slice(0, 2)}/${object.slice(2)}`);
    },
  },
];
