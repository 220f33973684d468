/** A resource's unique name: `urn:pulumi:<stack>::<project>::<parent types>$<type>::<name>`. */
export type Urn = string;

/**
 * A property value as Pulumi puts it on the wire and into its state: plain JSON, the unknown sentinel, and objects that
 * carry a signature (secret, asset, archive, resource reference, output value; see `values.ts`).
 */
export type PropertyValue = null | boolean | number | string | PropertyValue[] | { [key: string]: PropertyValue };
export type PropertyMap = { [key: string]: PropertyValue };

/** One resource of a stack. Secrets stay wrapped; `toDeployment` hides them, `plain` opens them for the simulators. */
export interface ResourceState {
  readonly urn: Urn;
  readonly type: string;
  readonly name: string;
  readonly custom: boolean;
  /** True for what was read (`X.get`, StackReference), not made. */
  readonly external?: boolean;
  /** Absent for components, and in a preview of what would be created. */
  readonly id?: string;
  readonly parent?: Urn;
  /** Checked inputs: with default names filled in. */
  readonly inputs: PropertyMap;
  readonly outputs: PropertyMap;
  readonly dependencies: readonly Urn[];
  readonly propertyDependencies: Readonly<Record<string, readonly Urn[]>>;
  /** `URN::ID` of the provider resource. */
  readonly provider?: string;
  readonly protect?: boolean;
  readonly retainOnDelete?: boolean;
  readonly ignoreChanges?: readonly string[];
  readonly replaceOnChanges?: readonly string[];
  readonly additionalSecretOutputs?: readonly string[];
  readonly deleteBeforeReplace?: boolean;
  /** Seconds. */
  readonly customTimeouts?: { readonly create?: number; readonly update?: number; readonly delete?: number };
  readonly aliases?: readonly Urn[];
  /** Such as `project:///infra/index.ts#14,12`. */
  readonly sourcePosition?: string;
}

/** A stack after a local `preview` or `up`, in the order in which its resources were done. */
export interface StackState {
  readonly organization: string;
  readonly project: string;
  readonly stack: string;
  /** Absolute folder in which the program ran: relative asset paths start here. */
  readonly programDirectory: string;
  readonly resources: readonly ResourceState[];
  readonly outputs: PropertyMap;
}
