/** Why a verdict is as it is: the closed set of `reason_code`, with a sentence each. */
export const REASONS: {
  readonly [
    code in
      | "rule_allowed"
      | "rule_denied"
      | "rule_escalated"
      | "risk_escalated"
      | "no_rule"
      | "operation_unknown"
      | "arguments_invalid"
      | "budget_exhausted"
      | "budget_error"
      | "frozen"
      | "guardian_error"
      | "policy_changed"
      | "grant_expired"
      | "grant_consumed"
      | "grant_mismatch"
      | "approver_is_requester"
      | "approvals_full"
      | "approved"
      | "approval_denied"
  ]: string;
} = {
  rule_allowed: "A rule of the policy allows it.",
  rule_denied: "A rule of the policy denies it.",
  rule_escalated: "A rule of the policy wants a person to decide.",
  risk_escalated: "A rule allows it, but its risk is so high that a person decides.",
  no_rule: "No rule of the policy says anything about it, and what no rule allows is denied.",
  operation_unknown: "The adapter has no such operation.",
  arguments_invalid: "The arguments are not what the operation takes.",
  budget_exhausted: "A budget has less left than this takes.",
  budget_error: "A budget cannot be told what this takes or whom to count it for.",
  frozen: "Everything is frozen.",
  guardian_error: "Something went wrong while it was judged, so it is denied.",
  policy_changed: "The policy is not the one that it was judged by.",
  grant_expired: "The approval's time is over.",
  grant_consumed: "The approval was used already.",
  grant_mismatch: "The approval is for another call.",
  approver_is_requester: "Nobody approves what they asked for.",
  approvals_full: "As many actions wait for an approval as may.",
  approved: "A person with the approver role said yes.",
  approval_denied: "A person with the approver role said no.",
};

export type ReasonCode = keyof typeof REASONS;
