/** Gates that are judged last, on the other gates' artifacts; they leave their own only afterwards. */
export const SELF_GATE_IDS: readonly string[] = ["automation-coverage", "ledger"];
