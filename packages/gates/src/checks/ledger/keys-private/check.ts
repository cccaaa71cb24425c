import type { Check, CheckInput, Finding, LedgerKey } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude, only } from "../../../conclude.ts";
import { ledgers } from "../../../evidence/ledgers.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const keys = ledgers(input).flatMap((log) => log.keys);
  if (keys.length === 0) return only(noKey());
  return conclude(keys.filter((key) => !key.privateToOwner).map(readable), {
    reason: `${count(keys.length, "key")} readable by the owner only`,
    observed: keys.length,
    threshold: keys.length,
  });
}

function readable({ file, mode, fingerprint }: LedgerKey): Problem {
  return {
    outcome: "fail",
    code: "readable-by-others",
    text: `others have rights on ${file} (mode ${mode}), the key ${fingerprint}`,
    observed: mode,
    threshold: "0600",
    flip: "would pass at mode 0600 or 0400",
    locations: [{ file, text: `mode ${mode}` }],
  };
}

function noKey(): Problem {
  return {
    outcome: "fail",
    code: "no-key",
    text: "the ledger has no key",
    observed: 0,
    threshold: "at least 1 key",
    flip: "would pass with 1 private key",
  };
}
