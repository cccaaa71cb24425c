import type { DeadLettersBody, LetterRestartSeen } from "@holdpoint/core";
import { allItems, digestOfJson } from "../gateway/answers.ts";
import type { House } from "../gateway/house.ts";
import { makeLetters } from "./replaying.ts";
import type { Experiment } from "./terms.ts";

/** Letters over SIGKILL and a start. One more is made first, so that there is something to lose. */
export async function tryRestart({ house }: Experiment): Promise<Pick<DeadLettersBody, "restarts">> {
  await makeLetters(house, "planned", 1);
  const [before, digestBefore] = await look(house);
  await house.kill();
  await house.start();
  const [after, digestAfter] = await look(house);
  const seen: LetterRestartSeen = { before, after, digestBefore, digestAfter };
  return { restarts: [seen] };
}

async function look(house: House): Promise<[count: number, digest: string]> {
  const letters = await allItems(house, "/v1/dead-letters");
  return [letters.length, digestOfJson(letters)];
}
