import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "install-record-unchanged",
  title: "Installed files are as they were at install",
  question:
    "Does every file of every installed package still have the digest that was recorded right after the install?",
  motivation:
    "A patch in node_modules changes what is tested and is gone with the next install; no version number " +
    "shows it.",
  remediation: "Run `npm ci` and record again (`holdpoint dependencies record`); carry patches as patches or forks.",
  effort: "low",
  sections: ["R"],
  needs: [KIND.dependencies],
  baseline: "none",
  reasons: {
    "no-record": "No digests were recorded at install, and `record` is `required`.",
    "package-changed": "Files of a package differ from what was recorded.",
    "package-unrecorded": "A package is there that was not recorded.",
    "package-gone": "A recorded package is gone.",
  },
  params: { record: "required" },
};
