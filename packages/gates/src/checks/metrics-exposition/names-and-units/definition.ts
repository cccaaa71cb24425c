import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "names-and-units",
  title: "Names and units as everybody expects them",
  question: "Are base units used, do counters and only they end in `_total`, and is nothing reserved used otherwise?",
  motivation:
    "Dashboards, alerts and people rely on names: seconds and bytes, `_total` for counters, `le` and " +
    "`quantile` for buckets. A latency in milliseconds beside one in seconds is a wrong alert by a factor " +
    "of a thousand.",
  remediation:
    "Write seconds, bytes and ratios and scale when showing them. Where a name is relied upon already, " +
    "name the family in `except`.",
  effort: "low",
  sections: ["N"],
  needs: [KIND.metricsExposition],
  baseline: "none",
  reasons: {
    "unit-not-base": "A name has a unit that is no base unit, or does not end in its unit.",
    "name-misleads": "A name says that it is of another type, or is kept for Prometheus itself.",
    "list-cut": "Exceptions stand in a list of problems that was cut, so others may not be listed.",
    "entry-unused": "An entry of `except` names no family that needs it.",
  },
  params: { except: [] },
};
