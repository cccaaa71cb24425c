import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "problems-whole",
  title: "Problem documents are whole",
  question: "Is every error over HTTP, and of a refused start, a whole problem document (RFC 9457)?",
  motivation:
    "Programs read `type`, `status` and `code`, people read `title`, `detail` and `hint`. An answer " +
    "without them is a text that each reader guesses at.",
  remediation:
    "Answer through the one function that makes problem documents; a text of the framework slipped " +
    "through where the media type differs.",
  effort: "low",
  sections: ["F"],
  needs: [KIND.errorTaxonomy],
  baseline: "none",
  reasons: {
    "media-type": "An error was not sent as `application/problem+json`.",
    "member-absent": "A problem document lacks a member, or has one of another type.",
    "type-disagrees": "`type` or `code` of a document is not that of its code.",
    "title-disagrees": "A title is not the one that is registered.",
  },
  params: {},
};
