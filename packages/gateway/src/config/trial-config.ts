import type { GatewayConfig } from "../contract/gateway-config.ts";
import { TRIAL_POLICY } from "../guardian/trial-policy.ts";
import { HOST_DEFAULT, PORT_DEFAULT } from "./normalize.ts";

/** The gateway that starts without a configuration: on this machine only, with adapters to play with. */
export function trialConfig(): GatewayConfig {
  return {
    listen: { host: HOST_DEFAULT, port: PORT_DEFAULT },
    policy: { file: "the trial policy", text: TRIAL_POLICY },
    adapters: [],
    settings: {},
    trial: true,
  };
}
