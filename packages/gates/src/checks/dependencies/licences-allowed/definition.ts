import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "licences-allowed",
  title: "Every licence is on the list",
  question: "Does every locked package name a licence that the profile allows?",
  motivation: "A licence that does not fit is cheapest to find before the release; an unknown one is not a permission.",
  remediation:
    "Replace the package, or add its licence to `allow` or its name to `except` after somebody who may " +
    "decide has read it.",
  effort: "medium",
  sections: ["R"],
  needs: [KIND.dependencies],
  baseline: "none",
  reasons: {
    "licence-unknown": "A package names no licence, or none that is an SPDX expression.",
    "licence-refused": "A package is under a licence that is not in `allow`.",
    "entry-unused": "An entry of `except` names no package that needs it.",
  },
  params: {
    allow: [
      "0BSD",
      "Apache-2.0",
      "BlueOak-1.0.0",
      "BSD-2-Clause",
      "BSD-3-Clause",
      "CC-BY-3.0",
      "CC-BY-4.0",
      "CC0-1.0",
      "ISC",
      "MIT",
      "MIT-0",
      "PSF-2.0",
      "Python-2.0",
      "Unlicense",
      "WTFPL",
      "Zlib",
    ],
    except: [],
  },
};
