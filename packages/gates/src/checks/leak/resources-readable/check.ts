import type { Check, CheckInput, Finding, ResourcesBody, ResourceSeries } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { percentParam, stringsParam } from "../../../params.ts";
import { steadyPartOf } from "../../../evidence/steady-part.ts";
import { isAbove } from "../../../share.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const wanted = stringsParam(input.params, "wanted");
  const failedPercentMax = percentParam(input.params, "failedPercentMax");
  const unreadPercentMax = percentParam(input.params, "unreadPercentMax");
  const bodies = bodiesOf<ResourcesBody>(input, KIND.resources);
  const problems = bodies.flatMap((body) => [
    ...wanted.flatMap((resource) => unread(body, resource)),
    ...body.series.filter(({ points }) => points.length > 0).flatMap((one) => bad(body.subject, one, failedPercentMax)),
    ...twice(body),
    ...wanted.flatMap((resource) => [...onlyZeros(body, resource), ...partUnread(body, resource, unreadPercentMax)]),
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

function twice({ subject, series }: ResourcesBody): Problem[] {
  const names = series.map(({ resource }) => resource);
  const resource = names.find((one, at) => names.indexOf(one) !== at);
  if (resource === undefined) return [];
  const terms = {
    observed: resource,
    threshold: "one series of each",
    flip: "would be judged with one series of each",
  };
  return [missing("told-twice", `${resource} of ${subject} stands there twice`, terms)];
}

/** A process has memory, and three descriptors when it begins: 0 is what a reader says that reads nothing. */
function onlyZeros({ subject, series }: ResourcesBody, resource: string): Problem[] {
  const points = series.find((one) => one.resource === resource)?.points ?? [];
  if (points.length === 0 || points.some(([, value]) => value !== 0)) return [];
  const terms = { observed: 0, threshold: "more than 0", flip: "would be judged with readings of the process" };
  return [missing("reads-nothing", `${resource} of ${subject} is 0 in each of ${points.length} readings`, terms)];
}

/** Of the steady part as any resource was read in it; what a fault covers is skipped, and told by `faults-bounded`. */
function partUnread(body: ResourcesBody, resource: string, unreadPercentMax: number): Problem[] {
  const part = steadyPartOf(body);
  const points = body.series.find((one) => one.resource === resource)?.points ?? [];
  if (points.length === 0 || part.lengthMs <= 0) return [];
  const within = points.map(([atMs]) => atMs).filter((atMs) => atMs > part.fromMs && atMs < part.toMs);
  const last = points.at(-1)?.[0] ?? part.fromMs;
  const times = [part.fromMs, ...within, ...(last < part.toMs ? [part.toMs] : [])];
  const longestMs = times.reduce((longest, atMs, index) => {
    const fromMs = times[index - 1] ?? atMs;
    return Math.max(longest, unfaultedMs(body, fromMs, atMs));
  }, 0);
  const percent = (100 * longestMs) / part.lengthMs;
  if (percent <= unreadPercentMax) return [];
  const terms = {
    observed: Number(percent.toFixed(3)),
    threshold: unreadPercentMax,
    flip: `would be judged with at most ${unreadPercentMax} % unread at a stretch`,
  };
  return [missing("part-unread", `${resource} of ${body.subject} was not read for ${longestMs} ms on end`, terms)];
}

function unfaultedMs({ faulted }: ResourcesBody, fromMs: number, toMs: number): number {
  const covered = faulted.reduce(
    (sum, fault) => sum + Math.max(0, Math.min(toMs, fault.toMs) - Math.max(fromMs, fault.fromMs)),
    0,
  );
  return Math.max(0, toMs - fromMs - covered);
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
