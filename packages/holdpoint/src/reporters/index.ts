import type { RunResult } from "@holdpoint/release";
import type { RenderOptions, Reporter } from "./reporter.ts";

export type { Render, RenderOptions, Reporter } from "./reporter.ts";

export type ReporterName =
  | "text"
  | "json"
  | "html"
  | "markdown"
  | "junit"
  | "sarif"
  | "github"
  | "gitlab"
  | "prometheus"
  | "svg";

/**
 * Every format of a verdict by name; a format's code is loaded when it is asked for.
 *
 * @example
 * const render = await REPORTERS.markdown.load();
 * const summary = render(result);
 */
export const REPORTERS: Readonly<Record<ReporterName, Reporter>> = {
  text: {
    file: "verdict.txt",
    mediaType: "text/plain",
    load: async () => (await import("./text/render.ts")).renderText,
  },
  json: {
    file: "verdict.json",
    mediaType: "application/json",
    load: async () => (await import("./json.ts")).renderJson,
  },
  html: {
    file: "report.html",
    mediaType: "text/html",
    load: async () => (await import("./html/render.ts")).renderHtml,
  },
  markdown: {
    file: "verdict.md",
    mediaType: "text/markdown",
    load: async () => (await import("./markdown/render.ts")).renderMarkdown,
  },
  junit: {
    file: "verdict.junit.xml",
    mediaType: "application/xml",
    load: async () => (await import("./junit.ts")).renderJunit,
  },
  sarif: {
    file: "verdict.sarif",
    mediaType: "application/sarif+json",
    load: async () => (await import("./sarif/render.ts")).renderSarif,
  },
  github: {
    file: "verdict.github.txt",
    mediaType: "text/plain",
    load: async () => (await import("./github.ts")).renderGithub,
  },
  gitlab: {
    file: "gl-code-quality-report.json",
    mediaType: "application/json",
    load: async () => (await import("./gitlab.ts")).renderGitlab,
  },
  prometheus: {
    file: "verdict.prom",
    mediaType: "text/plain; version=0.0.4",
    load: async () => (await import("./prometheus.ts")).renderPrometheus,
  },
  svg: {
    file: "verdict.svg",
    mediaType: "image/svg+xml",
    load: async () => (await import("./svg.ts")).renderSvg,
  },
};

export function isReporterName(name: string): name is ReporterName {
  return Object.hasOwn(REPORTERS, name);
}

/** Loads a format as one of the files that a run writes into its folder. */
export async function loadRenderer(
  name: ReporterName,
  options: RenderOptions = {},
): Promise<{ readonly file: string; render(result: RunResult): string }> {
  const { file, load } = REPORTERS[name];
  const render = await load();
  return { file, render: (result) => render(result, options) };
}
