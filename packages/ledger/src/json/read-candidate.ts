import type { Candidate } from "@holdpoint/core";
import type { Shape } from "./shape.ts";
import { GIT_OBJECT_PATTERN, SHA256_HEX_PATTERN, SHA256_PATTERN } from "./shape.ts";

/** Reads a candidate; throws `ShapeError`. */
export function readCandidate(shape: Shape): Candidate {
  return {
    service: shape.text("service"),
    commit: shape.matching("commit", GIT_OBJECT_PATTERN),
    tree: shape.matching("tree", GIT_OBJECT_PATTERN),
    dirty: shape.flag("dirty"),
    artifacts: shape.objects("artifacts").map((one) => ({
      name: one.text("name"),
      sha256: one.matching("sha256", SHA256_HEX_PATTERN),
    })),
    configDigest: shape.matching("configDigest", SHA256_PATTERN),
    environment: shape.text("environment"),
  };
}
