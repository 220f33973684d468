import type { Properties } from "./reading";
import type { Resource, Stack } from "./resource";
import type { Settings, SettingsSchema } from "./settings";

/** Rule sets in which the same rule can be found. */
export type RuleSet = "cdk-nag" | "cfn-nag" | "checkov" | "kics" | "mondoo" | "prowler" | "security-hub" | "trivy";

interface Facts {
  /** The policy's name, which is also its file's. Configuration and reports use it: it never changes. */
  readonly id: string;
  /** What holds where the policy is kept, as one sentence. */
  readonly title: string;
  readonly severity: "low" | "medium" | "high" | "critical";
  /** What a violation does unless configuration says otherwise: `mandatory` ends the deployment, `advisory` warns. */
  readonly level: "mandatory" | "advisory";
  /** Type tokens of the resources that the policy judges. */
  readonly types: readonly string[];
  /** Who could do what if the policy were not kept. */
  readonly why: string;
  /** What to write instead. It ends every violation's message. */
  readonly fix: string;
  /** The public page that says how AWS or Pulumi behaves. */
  readonly source: string;
  /** The same rule's names elsewhere. Default: no other rule set has it. */
  readonly elsewhere?: Readonly<Partial<Record<RuleSet, string>>>;
  /** What configuration may set. Default: nothing but the level. */
  readonly settings?: SettingsSchema;
  /** How configuration may excuse a route. Default: nothing is excused. */
  readonly excusable?: Excusable;
  /** How the pack itself can put a resource right. Default: it cannot. */
  readonly remediate?: Remediation;
}

/**
 * Corrects one resource before it is made, where the correction is safe and there is only one.
 * It runs only where configuration sets the policy's level to `remediate`.
 *
 * The answer has the properties that change; undefined where nothing does. Whatever it leaves out, or returns as it was
 * read, stays as the program wrote it: unknown values and secrets survive. It cannot take a property away.
 * @see https://www.pulumi.com/docs/insights/policy/policy-packs/authoring/
 */
export type Remediation = (resource: Resource, settings: Settings) => Properties | undefined;

/**
 * How exceptions find the route that a resource declares.
 * `route`: the resource shows its route key, such as `GET /health`.
 * `verb`: it shows only the verb, so that an exception must name the resource too.
 * `routes`: it declares many, and shows which of them break the control.
 */
export type Excusable =
  | {
      readonly shows: "route" | "verb";
      /** The route key or verb; undefined when it is unknown or absent, and nothing can excuse it. */
      readonly subject: (resource: Resource) => string | undefined;
    }
  | { readonly shows: "routes"; readonly breaking: (resource: Resource) => readonly BreakingRoute[] };

/** One of several routes of a resource that breaks a control. */
export interface BreakingRoute {
  readonly route: string | undefined;
  /** The finding about it, word for word. */
  readonly message: string;
}

/**
 * Judges one resource by itself, before it is made: all that is wrong with it, each as one sentence; none if it complies.
 * Properties may be secret, so a finding never quotes a value.
 */
export type ResourceCheck = (resource: Resource, settings: Settings) => readonly string[];

/** Judges relations between resources, when all are declared. In `pulumi up` they are made by then. */
export type StackCheck = (stack: Stack, context: StackContext) => readonly StackFinding[];

export interface StackFinding {
  readonly message: string;
  /** The resource that is wrong. Default: the stack. */
  readonly urn?: string;
}

export interface StackContext {
  readonly settings: Settings;
  /** The excusable controls that ran in this deployment, with the settings (the exceptions among them) they ran with. */
  readonly excused: readonly ExcusedControl[];
  /** Day of the run in UTC, such as `2030-01-31`. */
  readonly today: string;
}

export interface ExcusedControl {
  readonly control: Control;
  readonly settings: Settings;
}

/** One policy: facts and pure checks. Its file in `controls/` is all that there is of it. */
export type Control = Facts &
  (
    | { readonly checkResource: ResourceCheck; readonly checkStack?: StackCheck }
    | { readonly checkResource?: undefined; readonly checkStack: StackCheck }
  );
