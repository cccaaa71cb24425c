import type { BaselineChoice, JsonObject, SectionId } from "@holdpoint/core";

/** `holdpoint.yaml` as it was written, after its JSON Schema has accepted it. */
export interface RawConfig {
  readonly version: 1;
  readonly service: string;
  readonly environment?: string;
  readonly suites?: readonly RawSuite[];
  readonly repository?: { readonly versionFiles?: readonly string[]; readonly changelog?: string };
  readonly coverage?: {
    readonly reports: readonly {
      readonly id: string;
      readonly format: "lcov" | "istanbul";
      readonly files: readonly string[];
    }[];
    readonly source: readonly string[];
    readonly exclude?: readonly string[];
  };
  readonly dependencies?: { readonly manager: "npm"; readonly folder?: string };
  readonly drills?: { readonly gateway?: { readonly command: readonly string[] } };
  readonly profiles: Readonly<Record<string, RawProfile>>;
}

export interface RawSuite {
  readonly id: string;
  readonly run?: readonly string[];
  readonly timeout?: string;
  readonly junit?: readonly string[];
  readonly writes?: readonly string[];
  readonly alone?: boolean;
  readonly judged?: boolean;
  readonly reason?: string;
}

export interface RawProfile {
  readonly gates: Readonly<Record<string, RawGate | null>>;
  readonly requireGates?: readonly string[];
  readonly requireSections?: readonly SectionId[];
  readonly maxAge?: Readonly<Record<string, string>>;
  readonly baseline?: BaselineChoice;
  readonly firstRelease?: "allow" | "refuse";
}

export interface RawGate {
  readonly blocking?: boolean;
  readonly checks?: Readonly<Record<string, JsonObject>>;
}
