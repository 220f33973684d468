import { createHash } from "node:crypto";
import type { PropertyMap, PropertyValue } from "../../../../../local/engine/model";
import type { Creation, Simulator } from "../../../../../local/engine/simulate/simulator";

/** What a program may well say, for whichever type: a simulator reads only what it knows. */
const given: PropertyMap = {
  alarmName: "busy",
  apiId: "a1b2c3d4e5",
  clientId: "1example23456789abcdefghij",
  dashboardName: "front-door",
  domain: "shop",
  domainName: "api.example.com",
  functionName: "orders",
  groupName: "admins",
  httpMethod: "GET",
  identifier: "orders",
  identityPoolId: "eu-west-1:0b1c2d3e-0000-4000-8000-000000000000",
  keyId: "k1k2k3k4k5",
  layerName: "tools",
  logGroupName: "/aws/lambda/orders",
  methodPath: "*/*",
  parentId: "r0r0r0r0r0",
  pathPart: "orders",
  policyName: "delivery",
  providerName: "Okta",
  queueUrl: "https://sqs.eu-west-1.amazonaws.com/123456789012/jobs",
  resourceArn: "arn:aws:apigateway:eu-west-1::/restapis/a1b2c3d4e5/stages/v1",
  resourceId: "abc123",
  responseType: "UNAUTHORIZED",
  restApi: "a1b2c3d4e5",
  restApiId: "a1b2c3d4e5",
  role: "runner",
  scopes: [{ scopeName: "read" }, { scopeName: "write" }],
  secretArn: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf",
  secretId: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf",
  serviceName: "com.amazonaws.eu-west-1.execute-api",
  stageName: "v1",
  statusCode: "200",
  subnetIds: ["subnet-00000000000000001"],
  targetKeyId: "0b1c2d3e-0000-4000-8000-000000000000",
  topic: "arn:aws:sns:eu-west-1:123456789012:alerts",
  type: "A",
  url: "https://token.actions.githubusercontent.com",
  userPoolId: "eu-west-1_AbC123xyz",
  username: "ada",
  vpcEndpointType: "Interface",
  zoneId: "Z0123456789ABCDEFGHIJ",
};

/** What `type` with `id` left behind, for simulators that look other resources up. */
export type Made = Readonly<Record<string, PropertyMap>>;

/** Makes a resource as the engine does: defaults and name first, then the id, then what is computed. */
export function make(
  simulator: Simulator,
  { name = "one", inputs = {}, made = {} }: { name?: string; inputs?: PropertyMap; made?: Made } = {},
): { readonly id: string; readonly outputs: PropertyMap } {
  const { autoName, computed, computedWithin = {}, defaults, type } = simulator;
  const urn = `urn:pulumi:dev::shop::${type}::${name}`;
  const checked: PropertyMap = { ...defaults, ...given, ...inputs };
  if (autoName && inputs[autoName.property] === undefined) {
    const generated = `${name}-0a1b2c3`;
    checked[autoName.property] = autoName.format?.(generated, checked) ?? generated;
  }
  const creation = (id: string): Creation => ({
    urn,
    type,
    name,
    inputs: checked,
    region: "eu-west-1",
    account: "123456789012",
    id,
    unique: (length, { alphabet = "abcdefghijklmnopqrstuvwxyz0123456789", salt = "" } = {}) =>
      [...Array(length)].map((_, index) => alphabet[digit(`${urn} ${salt} ${index}`, alphabet.length)]).join(""),
    random: (length) => `<${"?".repeat(length - 2)}>`,
    lookup: (kind, key) => made[`${kind} ${key}`],
  });
  const id = simulator.id?.(creation("")) ?? "";
  const run = (functions: Simulator["computed"]): PropertyMap =>
    Object.fromEntries(
      Object.entries(functions).map(([key, compute]): [string, PropertyValue] => [key, compute(creation(id))]),
    );
  const outputs = { ...run(computed), ...checked };
  for (const [key, functions] of Object.entries(computedWithin)) {
    if (checked[key] !== undefined) outputs[key] = { ...run(functions), ...(checked[key] as PropertyMap) };
  }
  return { id, outputs };
}

const digit = (seed: string, base: number): number => createHash("sha256").update(seed).digest().readUInt32BE() % base;
