import type { Gate } from "@holdpoint/core";
import { check as anchored } from "../checks/ledger/anchored/check.ts";
import { check as checkpointsOutsideAgree } from "../checks/ledger/checkpoints-outside-agree/check.ts";
import { check as durable } from "../checks/ledger/durable/check.ts";
import { check as governanceVerifies } from "../checks/ledger/governance-verifies/check.ts";
import { check as keysPrivate } from "../checks/ledger/keys-private/check.ts";
import { check as logVerifies } from "../checks/ledger/log-verifies/check.ts";
import { check as noGapSincePromotion } from "../checks/ledger/no-gap-since-promotion/check.ts";
import { check as originStable } from "../checks/ledger/origin-stable/check.ts";
import { check as runRecorded } from "../checks/ledger/run-recorded/check.ts";
import { check as signingKeyValid } from "../checks/ledger/signing-key-valid/check.ts";
import { ledgerFacts } from "../evidence/ledgers.ts";

export const ledger: Gate = {
  id: "ledger",
  title: "Ledger",
  question: "Is the record of this and of earlier releases whole, durable, signed and kept from others?",
  sections: ["P", "Y"],
  phase: "self",
  checks: [
    logVerifies,
    anchored,
    checkpointsOutsideAgree,
    durable,
    keysPrivate,
    signingKeyValid,
    runRecorded,
    noGapSincePromotion,
    governanceVerifies,
    originStable,
  ],
  facts: ledgerFacts,
};
