import { editFile, writeFiles } from "../../io/plant-files.ts";
import type { LivePlant } from "../live-plant.ts";
import { installedProject } from "./installed-project.ts";

/** Rewrites a text file; nothing found to replace is a harm that was not done, and throws. */
async function replace(folder: string, path: string, from: string | RegExp, to: string): Promise<void> {
  editFile(folder, path, (bytes) => bytes.toString("utf8").replace(from, to));
}

export const plants: readonly LivePlant[] = [
  {
    gate: "dependencies",
    id: "lockfile-edited",
    harms: "the lockfile was set back to an older version of an installed package",
    expect: { check: "installed-matches-lock", outcome: "fail", code: "installed-drift" },
    sound: installedProject,
    harm: (folder) =>
      replace(
        folder,
        "package-lock.json",
        '"version": "1.0.0",\n      "integrity"',
        '"version": "0.9.9",\n      "integrity"',
      ),
  },
  {
    gate: "dependencies",
    id: "package-patched",
    harms: "a file of an installed package was edited by hand",
    expect: { check: "install-record-unchanged", outcome: "fail", code: "package-changed" },
    sound: installedProject,
    harm: (folder) => replace(folder, "node_modules/router/index.js", "404", "200"),
  },
  {
    gate: "dependencies",
    id: "manifest-ahead",
    harms: "a range was raised in the manifest and not in the lockfile",
    expect: { check: "manifest-agrees", outcome: "fail", code: "manifest-drift" },
    sound: installedProject,
    harm: (folder) => replace(folder, "package.json", '"router": "2.3.4"', '"router": "2.4.0"'),
  },
  {
    gate: "dependencies",
    id: "package-smuggled-in",
    harms: "a package that no lockfile names was copied into node_modules",
    expect: { check: "nothing-extraneous", outcome: "fail", code: "extraneous" },
    sound: installedProject,
    harm: async (folder) =>
      writeFiles(folder, { "node_modules/helper/package.json": '{"name":"helper","version":"1.0.0"}\n' }),
  },
  {
    gate: "dependencies",
    id: "digest-taken-out",
    harms: "the digest of a package was taken out of the lockfile",
    expect: { check: "integrity-everywhere", outcome: "fail", code: "integrity-absent" },
    sound: installedProject,
    harm: (folder) => replace(folder, "package-lock.json", /"integrity": "[^"]+",\n/, ""),
  },
  {
    gate: "dependencies",
    id: "script-concealed",
    harms: "a package has a script that runs at install, and the lockfile does not say so",
    expect: { check: "no-install-scripts", outcome: "fail", code: "script-not-allowed" },
    sound: installedProject,
    harm: (folder) =>
      replace(folder, "node_modules/tiny/package.json", "{", '{\n  "scripts": { "postinstall": "node run.js" },'),
  },
];
