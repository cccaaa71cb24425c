import type { Candidate, Config, Json } from "@holdpoint/core";
import { digestOf } from "@holdpoint/core";
import type { CandidateFacts } from "../options.ts";

/** Forms the candidate that a run is about. */
export function candidateOf(config: Config, facts: CandidateFacts): Candidate {
  const { commit, tree, dirty } = facts;
  return {
    service: config.service,
    commit,
    tree,
    dirty,
    artifacts: [],
    configDigest: digestOf(config as unknown as Json),
    environment: config.environment,
  };
}
