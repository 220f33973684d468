import type { SettingSchema, Settings } from "./settings";

/** A resource that a control would flag and a person has looked at. */
export interface Acknowledgement {
  /** The resource's name in the program. */
  readonly resource: string;
  readonly reason: string;
}

/** The setting `acknowledged` of an advisory control. */
export function acknowledgedSchema(description: string, known: readonly Acknowledgement[]): SettingSchema {
  return {
    type: "array",
    description,
    default: known.map((entry) => ({ ...entry })),
    items: {
      type: "object",
      description: "an object with resource and reason",
      additionalProperties: false,
      required: ["resource", "reason"],
      properties: {
        resource: { type: "string", pattern: "[^ ]", description: "the name of the resource in the program" },
        reason: { type: "string", pattern: "[^ ].*[^ ].*[^ ]", description: "why it is right as it is" },
      },
    },
  };
}

/** Whether settings that `acknowledgedSchema` has checked acknowledge the resource of this name. */
export function isAcknowledged(name: string, settings: Settings): boolean {
  const list = (settings.acknowledged ?? []) as unknown as readonly Acknowledgement[];
  return list.some(({ resource }) => resource === name);
}
