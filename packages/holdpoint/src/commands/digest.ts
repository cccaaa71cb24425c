import type { Command } from "@stricli/core";
import type { Context } from "../command.ts";
import { asTyped, command } from "../command.ts";
import type { DigestFormat } from "../digest/formats.ts";
import { DIGEST_FORMATS } from "../digest/formats.ts";
import type { CommonFlags } from "../verb.ts";

type Own = {
  readonly since: string;
  readonly until?: string;
  readonly format: DigestFormat;
  readonly output?: string;
  readonly memo: boolean;
  readonly send: boolean;
};
export type DigestFlags = Own & CommonFlags;

export const digest: Command<Context> = command<Own, []>({
  brief: "Say what happened in a time, from the ledger and nothing else: runs, coverage, what held, what is due",
  description: [
    "The whole ledger is verified first. The same records and the same time make the same bytes.",
    "Ends with 0, also when no run is on record, which it says; with 1 when --send could not deliver everything.",
  ].join("\n"),
  parameters: {
    flags: {
      since: {
        kind: "parsed",
        parse: asTyped,
        default: "1w",
        placeholder: "TIME",
        brief: "Where it begins: 1w, 30d, 12h before the end, a date or an instant",
      },
      until: {
        kind: "parsed",
        parse: asTyped,
        optional: true,
        placeholder: "TIME",
        brief: "Where it ends, a date or an instant (default: now)",
      },
      format: {
        kind: "enum",
        values: DIGEST_FORMATS,
        default: "markdown",
        brief: "What it is written as; json is also what --json prints",
      },
      output: {
        kind: "parsed",
        parse: asTyped,
        optional: true,
        placeholder: "FILE",
        brief: "Write it there, whole or not at all",
      },
      memo: {
        kind: "boolean",
        default: false,
        withNegated: false,
        brief: "One page for people who do not read gates",
      },
      send: {
        kind: "boolean",
        default: false,
        withNegated: false,
        brief: "Send it to the webhooks that want digests, and write the mail file",
      },
    },
  },
  load: () => import("../verbs/digest.ts"),
});
