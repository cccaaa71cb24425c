import type { Check, CheckInput, Finding, LedgerBody } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { ledgers } from "../../../evidence/ledgers.ts";
import { listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const logs = ledgers(input);
  const current = logs
    .flatMap((log) => log.keys)
    .filter((key) => key.current)
    .map((key) => key.fingerprint);
  return conclude(logs.flatMap(problemsOf), {
    reason: `signed with ${current.join(", ")}`,
    observed: current.length,
    threshold: logs.length,
  });
}

function problemsOf({ keys }: LedgerBody): Problem[] {
  const current = keys.filter((key) => key.current);
  const names = listed(current.map((key) => key.fingerprint));
  const problem = { outcome: "fail", observed: current.length, threshold: 1 } as const;
  if (current.length === 0) {
    return [
      {
        ...problem,
        code: "no-current-key",
        text: "no key of the ledger is the current one",
        flip: "would pass with 1 current key",
      },
    ];
  }
  if (current.length > 1) {
    return [
      {
        ...problem,
        code: "several-current",
        text: `several keys are current: ${names}`,
        flip: "would pass with 1 current key",
      },
    ];
  }
  if (!current.some((key) => key.revoked)) return [];
  return [
    {
      outcome: "fail",
      code: "revoked",
      text: `the current key ${names} is revoked`,
      observed: "revoked",
      threshold: "valid",
      flip: "would pass with a key that is not revoked",
      locations: current.map(({ file }) => ({ file, text: "revoked" })),
    },
  ];
}
