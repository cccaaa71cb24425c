import manifest from "../package.json" with { type: "json" };

/** Version of Holdpoint, from the one place that names it. */
export const VERSION: string = manifest.version;
