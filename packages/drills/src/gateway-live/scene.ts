import { textOf } from "../http-probe.ts";
import type { House } from "../gateway/house.ts";
import { idOf } from "../gateway/answers.ts";

/** Things that routes can be asked about: actions that rest in each way, and letters. */
export interface Scene {
  readonly ended: string;
  readonly toApprove: string;
  readonly toDeny: string;
  readonly toCancel: string;
  readonly unknown: string;
  readonly letters: readonly [string, string];
  readonly correlation: string;
}

const CORRELATION = "drill-calls";

export async function makeScene(house: House): Promise<Scene> {
  const make = async (adapter: string, states: readonly string[]): Promise<string> => {
    const headers = { "x-correlation-id": CORRELATION };
    const id = idOf(await house.submit({ adapter, headers, waitSeconds: 0 }));
    const action = await house.settled(id, states);
    if (!states.includes(textOf(action["state"]))) {
      throw new Error(`an action of ${adapter} is ${textOf(action["state"])}, not ${states.join(" or ")}`);
    }
    return id;
  };
  const waiting = ["AWAITING_APPROVAL"];
  const [ended, unknown, first, second] = await Promise.all([
    make("shop", ["SUCCEEDED"]),
    make("lost-before", ["UNKNOWN"]),
    make("dying", ["DEAD"]),
    make("dying", ["DEAD"]),
  ]);
  // Made last: an approval that waits has little time.
  const [toApprove, toDeny, toCancel] = await Promise.all([
    make("asked", waiting),
    make("asked", waiting),
    make("asked", waiting),
  ]);
  return { ended, toApprove, toDeny, toCancel, unknown, letters: [first, second], correlation: CORRELATION };
}
