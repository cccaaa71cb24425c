import type { Check, CheckInput, Finding, ResourcesBody, ResourceSeries } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { percentParam, stringsParam } from "../../../params.ts";
import { isAbove } from "../../../share.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const wanted = stringsParam(input.params, "wanted");
  const failedPercentMax = percentParam(input.params, "failedPercentMax");
  const bodies = bodiesOf<ResourcesBody>(input, KIND.resources);
  const problems = bodies.flatMap((body) => [
    ...wanted.flatMap((resource) => unread(body, resource)),
    ...body.series.filter(({ points }) => points.length > 0).flatMap((one) => bad(body.subject, one, failedPercentMax)),
  ]);
  const readings = bodies.flatMap(({ series }) => series).reduce((sum, { points }) => sum + points.length, 0);
  const reason = `${count(readings, "reading")} of ${count(bodies.length, "subject")}`;
  return conclude(problems, { reason, observed: readings, threshold: wanted.join(", ") });
}

function unread({ subject, series }: ResourcesBody, resource: string): Problem[] {
  if (series.some((one) => one.resource === resource && one.points.length > 0)) return [];
  const text = `${resource} of ${subject} was not read`;
  return [missing("not-read", text, { observed: 0, threshold: "readings", flip: "would be judged with readings" })];
}

function bad(subject: string, { resource, points, unreadable }: ResourceSeries, failedPercentMax: number): Problem[] {
  const total = points.length + unreadable;
  const problems: Problem[] = [];
  if (isAbove({ covered: unreadable, total }, failedPercentMax)) {
    const terms = { observed: unreadable, threshold: failedPercentMax, flip: `would pass at <= ${failedPercentMax} %` };
    problems.push(
      missing("readings-failed", `${unreadable} of ${total} readings of ${resource} of ${subject} failed`, terms),
    );
  }
  const at = points.findIndex(([atMs, value], index) => {
    const before = points[index - 1]?.[0] ?? -1;
    return !Number.isFinite(value) || value < 0 || !(atMs > before);
  });
  if (at >= 0) {
    const terms = {
      observed: at + 1,
      threshold: "rising times",
      flip: "would be judged with readings in order of time",
    };
    const text = `reading ${at + 1} of ${resource} of ${subject} is no number, or not later than the one before`;
    problems.push(missing("time-not-rising", text, terms));
  }
  return problems;
}

function missing(code: string, text: string, rest: Pick<Problem, "observed" | "threshold" | "flip">): Problem {
  return { outcome: "missing", code, text, ...rest };
}
