import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";

/** A resource as a component declared it. */
export interface Declared {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Names of the resources that must exist before it, in no certain order. */
  readonly after: readonly string[];
  readonly isProtected: boolean;
  readonly ignoreChanges: readonly string[];
  readonly secretOutputs: readonly string[];
}

const computedTexts = [
  ...[
    "arn",
    "invokeArn",
    "executionArn",
    "endpoint",
    "rootResourceId",
    "name",
    "stageName",
    "invokeUrl",
    "apiEndpoint",
  ],
  ...["clientSecret", "fqdn", "cloudfrontDistribution", "cloudfrontDistributionZoneId", "certificateArn"],
  ...["regionalDomainName", "regionalZoneId", "dnsName", "vpcId"],
];

/**
 * Builds components against Pulumi's own mocks and gives every resource that they declared, the components of this program aside, in
 * no certain order. Ids are `<name>_id`; ARNs and the like are `<name>_<property>`.
 */
export async function declare(build: () => void): Promise<Declared[]> {
  const requests = new Map<string, RegisterResourceRequest.AsObject>();
  const declared: Declared[] = [];
  await pulumi.runtime.setMocks({
    newResource: ({ type, name, inputs, custom }) => {
      const request = requests.get(`${type} ${name}`);
      if ((custom || request?.remote) && request) declared.push({ type, name, inputs, ...optionsOf(request) });
      const computed = Object.fromEntries(computedTexts.map((key) => [key, `${name}_${key}`]));
      const scopeIdentifiers = (inputs.scopes as { scopeName: string }[] | undefined)?.map?.(
        ({ scopeName }) => `${inputs.identifier}/${scopeName}`,
      );
      const proof = { resourceRecordName: "_proof", resourceRecordType: "CNAME", resourceRecordValue: "_value" };
      return {
        id: `${name}_id`,
        state: { ...computed, scopeIdentifiers, domainValidationOptions: [proof], ...inputs },
      };
    },
    call: ({ token, inputs }) => ({ ...inputs, ...answers[token] }),
  });
  const monitor = pulumi.runtime.getMonitor() as unknown as Monitor;
  const registerResource = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request, done) => {
    requests.set(`${request.getType()} ${request.getName()}`, request.toObject());
    return registerResource(request, done);
  };
  await pulumi.runtime.runInPulumiStack(async () => build());
  await pulumi.runtime.disconnect();
  return declared;
}

const optionsOf = ({ protect = false, ...request }: RegisterResourceRequest.AsObject) => ({
  after: request.dependenciesList.map((urn) => urn.slice(urn.lastIndexOf("::") + 2)),
  isProtected: protect,
  ignoreChanges: request.ignorechangesList,
  secretOutputs: request.additionalsecretoutputsList,
});

interface Monitor {
  registerResource(request: RegisterResourceRequest, done: (error: Error | null) => void): Promise<void>;
}

/** What provider functions say, by token. */
const answers: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "aws:index/getCallerIdentity:getCallerIdentity": { accountId: "123456789012" },
  "aws:index/getRegion:getRegion": { region: "eu-west-1" },
};

/** The resource of that name. */
export function find(all: readonly Declared[], name: string): Declared {
  const found = all.find((resource) => resource.name === name);
  assert.ok(found, `${name} was not declared; there are ${all.map((one) => one.name).join(", ")}`);
  return found;
}

/** Whether a value that a resource was given is secret, as the mocks see it. */
export const isSecret = (value: unknown): boolean =>
  typeof value === "object" && value !== null && secretSignature in value && value[secretSignature] === secretMark;

const secretSignature = "4dabf18193072939515e22adb298388d";
const secretMark = "1b47061264138c4ac30d75fd1eb44270";
