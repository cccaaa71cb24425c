import type { Command } from "@stricli/core";
import type { Context } from "../command.ts";
import { asTyped, command } from "../command.ts";
import type { CommonFlags } from "../verb.ts";

type Own = { readonly key?: string; readonly revokedNow: boolean };
export type VerifyFlags = Own & CommonFlags;

export const verify: Command<Context> = command<Own, [string]>({
  brief: "Verify a verdict, a run's folder or a ledger, offline",
  description: "Ends with 0 when it is valid, with 1 when it is not. Without --key it can only be self-asserted.",
  parameters: {
    flags: {
      key: { kind: "parsed", parse: asTyped, optional: true, placeholder: "PUB", brief: "Public key (PEM) to trust" },
      revokedNow: {
        kind: "boolean",
        default: false,
        withNegated: false,
        brief: "Refuse a key that is revoked by now, even if it was good when it signed",
      },
    },
    positional: { kind: "tuple", parameters: [{ parse: asTyped, placeholder: "path", brief: "File or folder" }] },
  },
  load: () => import("../verbs/verify.ts"),
});
