import type {
  ReportViolation,
  ResourceValidationArgs,
  ResourceValidationPolicy,
  StackValidationArgs,
  StackValidationPolicy,
} from "@pulumi/policy";
import type { Control, Remediation, ResourceCheck, StackCheck } from "./control";
import { type Exception, exceptionsSchema, unexcused } from "./exceptions";
import { openResource, openStack } from "./opening";
import { applyChanges } from "./remediation";
import { resourceAt } from "./resource";
import { parseSettings, type Settings, SettingsFault, type SettingsSchema } from "./settings";

export interface PackOptions {
  /** Exceptions by control id, used where configuration gives none. */
  readonly publicRoutes: Readonly<Record<string, readonly Exception[]>>;
  readonly now: () => Date;
}

/** A control with both checks becomes one policy with both halves; the SDK runs each when its time comes. */
export type Policy = ResourceValidationPolicy & Partial<Pick<StackValidationPolicy, "validateStack">>;

/**
 * Turns controls into policies of `@pulumi/policy`, each under its control's id.
 * @throws SettingsFault if `publicRoutes` or the default of a setting is no valid setting.
 */
export function toPolicies(controls: readonly Control[], options: PackOptions): Policy[] {
  checkDefaults(controls, options);
  const run: Run = { controls, options, settings: new Map(), configured: new Map() };
  return controls.map((control) => {
    const { checkResource, checkStack, remediate } = control;
    return {
      ...describe(control, options),
      ...(checkResource && {
        validateResource: (args, report) => judgeResource(run, control, checkResource, args, report),
      }),
      ...(remediate && { remediateResource: (args) => remediateResource(run, control, remediate, args) }),
      ...(checkStack && { validateStack: (args, report) => judgeStack(run, control, checkStack, args, report) }),
    };
  });
}

interface Run {
  readonly controls: readonly Control[];
  readonly options: PackOptions;
  /**
   * What each control ran with. The SDK tells a policy its own configuration only, but policies about exceptions need
   * that of others. A process serves one deployment, and resources come before the stack: all is here by then.
   */
  readonly settings: Map<string, Settings>;
  /** The configuration that those settings were read from: it stays the same for all resources of a deployment. */
  readonly configured: Map<string, string>;
}

function judgeResource(
  run: Run,
  control: Control,
  check: ResourceCheck,
  args: ResourceValidationArgs,
  report: ReportViolation,
): void {
  const settings = settle(run, control, args);
  if (!control.types.includes(args.type)) args.notApplicable(`It judges ${control.types.join(", ")}`);
  const resource = openResource(args);
  for (const finding of unexcused(check(resource, settings), control, resource, settings, today(run)))
    report(violation(control, finding));
}

/** The SDK asks only where the level is `remediate`; what is still wrong afterwards is then a mandatory violation. */
function remediateResource(
  run: Run,
  control: Control,
  remediate: Remediation,
  args: ResourceValidationArgs,
): ResourceValidationArgs["props"] | undefined {
  const settings = settle(run, control, args);
  if (!control.types.includes(args.type)) args.notApplicable(`It judges ${control.types.join(", ")}`);
  const resource = openResource(args);
  const changes = remediate(resource, settings);
  return changes && applyChanges(args.props, resource.properties, changes) ? args.props : undefined;
}

function judgeStack(
  run: Run,
  control: Control,
  check: StackCheck,
  args: StackValidationArgs,
  report: ReportViolation,
): void {
  const settings = settle(run, control, args);
  const stack = openStack(args.resources);
  const excused = run.controls.flatMap((other) => {
    const inForce = run.settings.get(other.id);
    return other.excusable && inForce ? [{ control: other, settings: inForce }] : [];
  });
  for (const { message, urn } of check(stack, { settings, excused, today: today(run) })) {
    const resource = urn === undefined ? undefined : resourceAt(stack, urn);
    const left = resource ? unexcused([message], control, resource, settings, today(run)) : [message];
    for (const finding of left) report(violation(control, finding), urn);
  }
}

/** Reads the control's configuration first of all: a fault in it ends the deployment at its first resource. */
function settle(run: Run, control: Control, args: Pick<ResourceValidationArgs, "getConfig">): Settings {
  const config = args.getConfig<Readonly<Record<string, unknown>>>();
  const text = JSON.stringify(config);
  const known = run.settings.get(control.id);
  if (known !== undefined && run.configured.get(control.id) === text) return known;
  const settings = parseSettings(control.id, schemaOf(control, run.options), config);
  run.settings.set(control.id, settings);
  run.configured.set(control.id, text);
  return settings;
}

function today({ options }: Run): string {
  return options.now().toISOString().slice(0, 10);
}

function describe(control: Control, options: PackOptions) {
  const schema = schemaOf(control, options);
  return {
    name: control.id,
    description: control.title,
    enforcementLevel: control.level,
    severity: control.severity,
    remediationSteps: control.fix,
    url: control.source,
    tags: Object.entries(control.elsewhere ?? {}).map(([ruleSet, rule]) => `${ruleSet}:${rule}`),
    ...(Object.keys(schema).length > 0 && { configSchema: { properties: jsonSchema(schema) } }),
  };
}

function schemaOf({ id, settings, excusable }: Control, { publicRoutes }: PackOptions): SettingsSchema {
  if (excusable === undefined) return settings ?? {};
  return { ...settings, exceptions: exceptionsSchema(excusable, publicRoutes[id] ?? []) };
}

/** The SDK's type asks for mutable arrays; the schema is JSON, so a copy serves. */
function jsonSchema(schema: SettingsSchema): NonNullable<Policy["configSchema"]>["properties"] {
  return JSON.parse(JSON.stringify(schema));
}

function checkDefaults(controls: readonly Control[], options: PackOptions): void {
  const faults = controls.flatMap((control) => {
    try {
      parseSettings(control.id, schemaOf(control, options), {});
      return [];
    } catch (error) {
      if (error instanceof SettingsFault) return error.faults;
      throw error;
    }
  });
  const excusable = new Set(controls.filter((control) => control.excusable).map(({ id }) => id));
  for (const id of Object.keys(options.publicRoutes))
    if (!excusable.has(id))
      faults.push(`${id} is no policy that excuses routes; expected ${[...excusable].join(", ")}`);
  if (faults.length > 0) throw new SettingsFault(faults);
}

function violation(control: Control, finding: string): string {
  return `${finding} ${control.fix} See ${control.source}`;
}
