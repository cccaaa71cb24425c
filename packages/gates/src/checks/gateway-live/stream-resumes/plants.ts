import type { GatewayLiveBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { gatewayLive, gatewayStream } from "../../../scenes/gateway-live.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "silence",
    harm: "the submission is taken without a word",
    expect: { outcome: "fail", code: "not-acknowledged" },
    plant: () => scene({ streams: [gatewayStream({ acknowledged: false })] }),
  },
  {
    id: "end-missing",
    harm: "the last state is never told",
    expect: { outcome: "fail", code: "end-not-told" },
    plant: () => scene({ streams: [gatewayStream({ states: ["READY", "RUNNING"] })] }),
  },
  {
    id: "resumes-at-now",
    harm: "a resumed stream begins with what happens next",
    expect: { outcome: "fail", code: "lost-in-the-cut" },
    plant: () => scene({ streams: [gatewayStream({ resent: [] })] }),
  },
  {
    id: "told-twice",
    harm: "what was missed is sent from memory and from the log",
    expect: { outcome: "fail", code: "sent-twice" },
    plant: () => scene({ streams: [gatewayStream({ resent: ["12", "13", "13"] })] }),
  },
  {
    id: "own-id",
    harm: "the stream makes an id of its own",
    expect: { outcome: "fail", code: "correlation-lost" },
    plant: () => scene({ streams: [gatewayStream({ correlated: false })] }),
  },
  {
    id: "cut-too-late",
    harm: "the stream is cut after everything was told",
    expect: { outcome: "missing", code: "nothing-missed" },
    plant: () => scene({ streams: [gatewayStream({ missed: [], resent: [] })] }),
  },
  {
    id: "no-stream",
    harm: "no stream is opened",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ streams: [] }),
  },
];

function scene(changes: Partial<GatewayLiveBody>): PlantScene {
  return { bodies: { [KIND.gatewayLive]: [gatewayLive(changes)] } };
}
