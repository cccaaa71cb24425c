/** Policy of the gateway that starts without a configuration: its adapters are to play with, `notify` asks a person. */
export const TRIAL_POLICY: string = `version: 1
rules:
  - id: play
    adapters: [echo, fail, sleep, append]
    then: allow
  - id: notify-asks-a-person
    adapters: [notify]
    then: escalate
    reason: a notification cannot be taken back
escalate_from: high
approvals: { ttl: 120s, per_session: 10, in_all: 1000 }
`;
