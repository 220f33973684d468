import type { PropertyValue } from "../../model";
import type { Creation } from "../simulator";

/** When everything here was created: a fixed moment, so that two runs agree. */
export const created = "2026-01-01T00:00:00Z";

/** The `region` that every regional resource reports from version 7 of the provider on. */
export const regional = { region: ({ region }: Creation): PropertyValue => region };

/** The resource's own tags; default tags of an explicit provider are not among them here. */
export const tagged = { tagsAll: ({ inputs }: Creation): PropertyValue => inputs.tags ?? {} };

/** Twelve digits of the account that owns the resource. */
export const owner = { ownerId: ({ account }: Creation): PropertyValue => account };

/** A reference as the API takes it: text, or the id of a resource that was given whole. Empty when absent. */
export function text(value: PropertyValue | undefined): string {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return text(value.id);
  return value === undefined || value === null ? "" : String(value);
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export function partition(region: string): string {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

export const dnsSuffix = (region: string): string => (region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com");

/** `arn:<partition>:<service>:<region>:<account>:<resource>`; a global service has no region, some ARNs no account. */
export const arn = (
  { region, account }: Creation,
  service: string,
  resource: string,
  without: { readonly region?: boolean; readonly account?: boolean } = {},
): string =>
  ["arn", partition(region), service, without.region ? "" : region, without.account ? "" : account, resource].join(":");

const digits = "0123456789abcdef";
const capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const mixed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

export const hex = ({ unique }: Creation, length: number, salt = ""): string =>
  unique(length, { alphabet: digits, salt });
export const upper = ({ unique }: Creation, length: number, salt = ""): string =>
  unique(length, { alphabet: capitals, salt });
export const base62 = ({ unique }: Creation, length: number, salt = ""): string =>
  unique(length, { alphabet: mixed, salt });

/** A version 4 UUID. */
export function uuid(creation: Creation, salt = ""): string {
  const all = hex(creation, 32, `uuid ${salt}`);
  const variant = "89ab"[Number.parseInt(all[16]!, 16) % 4];
  return `${all.slice(0, 8)}-${all.slice(8, 12)}-4${all.slice(13, 16)}-${variant}${all.slice(17, 20)}-${all.slice(20)}`;
}

/** Ids of EC2: `subnet-` and 17 hexadecimal digits. */
export const serviceId = (creation: Creation, prefix: string, salt = ""): string =>
  `${prefix}-${hex(creation, 17, salt + prefix)}`;

const directions: Readonly<Record<string, string>> = { central: "c", north: "n", south: "s", east: "e", west: "w" };

/**
 * `euw1-az1` for eu-west-1a.
 * @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html
 */
export function availabilityZoneId(zone: string): string {
  const [, area, direction = "", number, letter = "a"] = /^(\w+(?:-gov)?)-(\w+)-(\d)([a-z]?)$/.exec(zone) ?? [];
  const short = direction.replace(/central|north|south|east|west/g, (word) => directions[word] ?? word);
  return `${area?.replace("-", "")}${short}${number}-az${letter.charCodeAt(0) - 96}`;
}

/**
 * What API Gateway calls to invoke a Lambda function.
 * @see https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html
 */
export const invocation = ({ region }: Creation, functionArn: string): string =>
  `arn:${partition(region)}:apigateway:${region}:lambda:path/2015-03-31/functions/${functionArn}/invocations`;
