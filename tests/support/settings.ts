import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { catalogue } from "../../infra/catalogue";
import { parseSettings } from "../../infra/config/parse";

/** What Pulumi hands to the program for a stack's file: our keys without their namespace, structured values as JSON. */
export function settingTexts(stack: "dev" | "prod"): Record<string, string> {
  committed[stack] ??= readTexts(stack);
  return { ...committed[stack] };
}

const committed: Partial<Record<"dev" | "prod", Record<string, string>>> = {};

function readTexts(stack: "dev" | "prod"): Record<string, string> {
  const { config } = parse(readFileSync(`Pulumi.${stack}.yaml`, "utf8")) as { config: Record<string, unknown> };
  return Object.fromEntries(
    Object.entries(config)
      .filter(([key]) => key.startsWith("gatehouse:"))
      .map(([key, value]) => [
        key.slice("gatehouse:".length),
        typeof value === "string" ? value : JSON.stringify(value, opened),
      ]),
  );
}

/** Secrets arrive opened. */
const opened = (_: string, value: unknown) =>
  typeof value === "object" && value !== null && "secure" in value ? "opened-secret" : value;

/** The committed settings of one environment. */
export const settingsOf = (stack: "dev" | "prod") => parseSettings(catalogue, stack, settingTexts(stack), () => true);
