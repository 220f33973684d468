import type { Control, Excusable, ExcusedControl } from "./control";
import type { Resource, Stack, StackResource } from "./resource";
import { resourcesOf } from "./resource";
import type { SettingSchema, Settings } from "./settings";

/** One route that may be open, and why. It is exact: no wildcard, no part of a path. */
export interface Exception {
  /** `GET /health`, `ANY /hook`, `$default` or `$connect`. */
  readonly route: string;
  /** The resource's name in the program. Default: any, where the resource shows its whole route by itself. */
  readonly resource?: string;
  readonly reason: string;
  /** The last day (UTC) on which it excuses, such as `2030-01-31`. Default: it does not end. */
  readonly expires?: string;
}

/** The setting `exceptions` of a control that can be excused, with the pack's own list as its default. */
export function exceptionsSchema(excusable: Excusable, publicRoutes: readonly Exception[]): SettingSchema {
  return {
    type: "array",
    description: "a list of routes that may be open to anyone",
    default: publicRoutes.map((exception) => ({ ...exception })),
    items: {
      type: "object",
      description: "an object with route, reason and, where it is needed, resource and expires",
      additionalProperties: false,
      required: excusable.shows === "verb" ? ["route", "resource", "reason"] : ["route", "reason"],
      properties: {
        route: {
          type: "string",
          pattern: "^([$]default|[$]connect|(GET|HEAD|POST|PUT|PATCH|DELETE|ANY) /[^ *]*)$",
          description: 'one route, such as "GET /health", "ANY /hook" or "$default", without wildcards',
        },
        resource: { type: "string", pattern: "[^ ]", description: "the name of the route's resource in the program" },
        reason: { type: "string", pattern: "[^ ].*[^ ].*[^ ]", description: "why anyone may call this route" },
        expires: {
          type: "string",
          format: "date",
          pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
          description: 'the last day of the exception, such as "2030-01-31"',
        },
      },
    },
  };
}

/** The exceptions in settings that `exceptionsSchema` has checked. */
export function exceptionsIn(settings: Settings): readonly Exception[] {
  return (settings.exceptions ?? []) as unknown as readonly Exception[];
}

export function hasExpired(exception: Exception, today: string): boolean {
  return exception.expires !== undefined && exception.expires < today;
}

/** Whether the exception is for the route that this resource declares, expired or not. */
export function isFor(exception: Exception, excusable: Excusable, resource: Resource): boolean {
  if (exception.resource !== undefined && exception.resource !== resource.name) return false;
  switch (excusable.shows) {
    case "route":
      return exception.route === excusable.subject(resource);
    case "verb":
      return exception.resource !== undefined && exception.route.split(" ")[0] === excusable.subject(resource);
    case "routes":
      return excusable.breaking(resource).some(({ route }) => route === exception.route);
  }
}

/** What is left of a resource's findings: none for which an exception holds, and a note where one has ended. */
export function unexcused(
  findings: readonly string[],
  control: Control,
  resource: Resource,
  settings: Settings,
  today: string,
): readonly string[] {
  const { excusable } = control;
  if (excusable === undefined || findings.length === 0) return findings;
  const matching = exceptionsIn(settings).filter((exception) => isFor(exception, excusable, resource));
  if (matching.length === 0) return findings;
  const breaking = excusable.shows === "routes" ? excusable.breaking(resource) : undefined;
  return findings.flatMap((finding) => {
    const route = breaking?.find(({ message }) => message === finding)?.route;
    const own = breaking ? matching.filter((exception) => exception.route === route) : matching;
    if (own.some((exception) => !hasExpired(exception, today))) return [];
    return [
      finding +
        own.map((exception) => ` Its exception for "${exception.route}" ended on ${exception.expires}.`).join(""),
    ];
  });
}

/** The resources of a stack that this exception opens, or would open if it had not ended: they break the control. */
export function openedBy(
  exception: Exception,
  { control, settings }: ExcusedControl,
  stack: Stack,
  today: string,
): readonly StackResource[] {
  const { excusable } = control;
  if (excusable === undefined) return [];
  const related = control.checkStack?.(stack, { settings, excused: [], today }) ?? [];
  return control.types
    .flatMap((type) => resourcesOf(stack, type))
    .filter((resource) => isFor(exception, excusable, resource))
    .filter(
      (resource) =>
        (control.checkResource?.(resource, settings) ?? []).length > 0 ||
        related.some((finding) => finding.urn === resource.urn),
    );
}
