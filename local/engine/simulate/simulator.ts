import type { PropertyMap, PropertyValue, Urn } from "../model";

/** What a simulator may know about the resource that is being made. Inputs are plain: no secrets' wrappers, no unknowns. */
export interface Creation {
  readonly urn: Urn;
  readonly type: string;
  readonly name: string;
  readonly inputs: PropertyMap;
  readonly region: string;
  /** Twelve digits. */
  readonly account: string;
  /** The id that `id` gave; empty while `id` itself is asked. */
  readonly id: string;
  /** The same `length` characters of `alphabet` (default: a-z and 0-9) for the same URN and `salt`, in every run. */
  unique(length: number, options?: { readonly alphabet?: string; readonly salt?: string }): string;
  /** Characters that no two runs share: for what AWS keeps secret. */
  random(length: number): string;
  /** Plain outputs of what this stack made before, by type token and id: for what AWS derives from another resource. */
  lookup(type: string, id: string): PropertyMap | undefined;
}

/** How the provider names what the program left unnamed: `<resource name>-<7 hex digits>`. */
export interface AutoName {
  readonly property: string;
  /** Characters, `format` included. The resource's name is cut to fit. Default: no limit. */
  readonly maxLength?: number;
  /** What the service demands of every such name, such as a `.fifo` at its end. Inputs may hold unknowns. */
  readonly format?: (name: string, inputs: PropertyMap) => string;
}

/** How one resource type is simulated: what AWS would compute, and nothing else. */
export interface Simulator {
  /** The type token, such as `aws:cognito/userPool:UserPool`. */
  readonly type: string;
  /** The input that the provider names itself when it is absent. */
  readonly autoName?: AutoName;
  /** Inputs that the provider's Check fills in when they are absent. */
  readonly defaults?: PropertyMap;
  /** Absent for remote components, which have no id. */
  readonly id?: (creation: Creation) => string;
  /** Outputs beside the inputs. Unknown in a preview; an input of the same name, where given, wins. */
  readonly computed: Readonly<Record<string, (creation: Creation) => PropertyValue>>;
  /**
   * What AWS adds inside an object that is an input, by input and key, such as a domain's `targetDomainName`.
   * Unknown in a preview, while the rest of the object is known; skipped where the input is absent. Default: nothing.
   */
  readonly computedWithin?: Readonly<Record<string, Readonly<Record<string, (creation: Creation) => PropertyValue>>>>;
  /** Outputs that the provider marks secret. */
  readonly secrets?: readonly string[];
}

/** Names a simulator's contract where it is written; each file exports one. */
export const simulator = (type: string, rest: Omit<Simulator, "type">): Simulator => ({ type, ...rest });

/** A provider function: plain arguments in, plain result out. */
export interface Invoke {
  readonly token: string;
  readonly run: (args: PropertyMap, context: { readonly region: string; readonly account: string }) => PropertyMap;
}

/** All that the local engine can simulate. */
export interface Simulation {
  readonly simulators: ReadonlyMap<string, Simulator>;
  readonly invokes: ReadonlyMap<string, Invoke>;
}
