import { EngineFault } from "../fault";
import type { PropertyMap, ResourceState, Urn } from "../model";
import type { Run } from "../run";
import { packageOf, providerType } from "../urn";
import { isMap, plain, secret } from "../values";
import { defaultAccount } from "./creation";
import type { Goal } from "./goal";

/** Registers a provider's own resource; given by `Registry`, which knows how. */
type Register = (goal: Goal, version: string) => Promise<ResourceState>;

/** The providers of a run: those that the program made, and the default ones, made when first needed. */
export class Providers {
  private readonly defaults = new Map<string, Promise<string>>();
  /** What each component passes on to its children: `URN::ID` by package. */
  private readonly ofComponents = new Map<Urn, Readonly<Record<string, string>>>();

  constructor(
    private readonly run: Run,
    private readonly register: Register,
  ) {}

  /** What a component hands to its children: its own providers, and its parent's for other packages. */
  remember(component: Urn, own: Readonly<Record<string, string>>, parent: Urn | undefined): void {
    this.ofComponents.set(component, { ...(parent && this.ofComponents.get(parent)), ...own });
  }

  inherited(parent: Urn | undefined, token: string): string | undefined {
    return parent && this.ofComponents.get(parent)?.[packageOf(token)];
  }

  /**
   * `URN::ID` of the provider that is responsible for a type or function: the one given, or the default one.
   * @throws EngineFault when the one given is not among the resources of this run.
   */
  async reference(token: string, given: string | undefined, version: string): Promise<string> {
    if (!given) return this.defaultFor(packageOf(token), version);
    if (!this.run.resources.has(providerUrn(given))) throw new EngineFault(`unknown provider '${given}'`);
    return given;
  }

  /**
   * `default_7_48_0`: one for each package and version.
   * @see https://github.com/pulumi/pulumi/blob/master/pkg/resource/deploy/default_providers.go
   */
  private defaultFor(packageName: string, version: string): Promise<string> {
    const name = version ? `default_${version.split(/[.+-]/).join("_")}` : "default";
    const key = `${packageName} ${name}`;
    const existing = this.defaults.get(key);
    if (existing) return existing;
    const made = this.register(
      {
        type: providerType(packageName),
        name,
        custom: true,
        remote: false,
        inputs: this.configuration(packageName),
        dependencies: [],
        propertyDependencies: {},
        ignoreChanges: [],
        replaceOnChanges: [],
        additionalSecretOutputs: [],
        aliases: [],
      },
      version,
    ).then(({ urn, id }) => `${urn}::${id}`);
    this.defaults.set(key, made);
    return made;
  }

  /** The stack's settings of that namespace, `aws:region` as `region`. */
  private configuration(packageName: string): PropertyMap {
    const { config, secretKeys } = this.run.settings;
    const prefix = `${packageName}:`;
    const own = Object.entries(config).filter(([key]) => key.startsWith(prefix));
    return Object.fromEntries(
      own.map(([key, value]) => [key.slice(prefix.length), secretKeys.includes(key) ? secret(value) : value]),
    );
  }

  /**
   * Where a resource is: its own `region`, its provider's, the stack's `aws:region`, or the AWS SDK's variables.
   * @returns undefined when nothing says it.
   */
  region(reference: string, inputs: PropertyMap): string | undefined {
    const provider = this.inputsOf(reference);
    const { AWS_REGION, AWS_DEFAULT_REGION } = process.env;
    const candidates = [inputs.region, provider.region, this.run.settings.config["aws:region"]];
    const found = [...candidates, AWS_REGION, AWS_DEFAULT_REGION].find((value) => typeof value === "string" && value);
    return typeof found === "string" ? found : undefined;
  }

  /** The first of the provider's `allowedAccountIds`, or `123456789012`. */
  account(reference: string): string {
    const { allowedAccountIds } = this.inputsOf(reference);
    return /\d{12}/.exec(JSON.stringify(allowedAccountIds ?? ""))?.[0] ?? defaultAccount;
  }

  private inputsOf(reference: string): PropertyMap {
    const inputs = this.run.resources.get(providerUrn(reference))?.inputs ?? {};
    const opened = plain(inputs);
    return isMap(opened) ? opened : {};
  }
}

/** The URN within `URN::ID`. */
export const providerUrn = (reference: string): Urn => reference.slice(0, reference.lastIndexOf("::"));
