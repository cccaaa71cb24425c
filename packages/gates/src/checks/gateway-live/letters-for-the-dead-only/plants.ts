import type { GatewayLiveBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { gatewayEnd, gatewayLive } from "../../../scenes/gateway-live.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "letter-hidden",
    harm: "a dead letter is left out of the list",
    expect: { outcome: "fail", code: "no-letter" },
    plant: () => scene({ ends: [gatewayEnd({ wanted: "DEAD", deadLetters: 0 })] }),
  },
  {
    id: "letter-for-success",
    harm: "an action that succeeded after a retry leaves a letter",
    expect: { outcome: "fail", code: "letter-too-many" },
    plant: () => scene({ ends: [gatewayEnd({ deadLetters: 1 })] }),
  },
  {
    id: "letter-twice",
    harm: "one death leaves two letters",
    expect: { outcome: "fail", code: "letter-too-many" },
    plant: () => scene({ ends: [gatewayEnd({ wanted: "DEAD", deadLetters: 2 })] }),
  },
  {
    id: "no-end",
    harm: "no action is brought to an end",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ ends: [] }),
  },
];

function scene(changes: Partial<GatewayLiveBody>): PlantScene {
  return { bodies: { [KIND.gatewayLive]: [gatewayLive(changes)] } };
}
