import type { PropertyMap, PropertyValue } from "../../../model";
import { trailArn } from "../../aws/cloudtrail/trail";
import { arn, hex, text } from "../../aws/shapes";
import { type Creation, simulator } from "../../simulator";

/**
 * A trail, the bucket that it writes to unless one is given, and a log group where asked for. Its children are made inside
 * the provider's plugin, so they are not in the stack here; of each, what other resources take from it is simulated.
 * The plugin hands its log group to the trail under a name that the trail does not know, so nothing is written there.
 * @see https://www.pulumi.com/registry/packages/awsx/api-docs/cloudtrail/trail/
 * @see https://github.com/pulumi/pulumi-awsx/blob/master/awsx/cloudtrail/trail.ts
 */
export const trail = simulator("awsx:cloudtrail:Trail", {
  computed: {
    trail: (creation) => {
      const { s3Bucket, cloudWatchLogsGroup, ...given } = creation.inputs;
      const name = text(given.name) || named(creation, "trail");
      const id = trailArn(creation, name);
      return { ...given, id, arn: id, name, homeRegion: creation.region, s3BucketName: bucketName(creation) };
    },
    bucket: (creation) => (isExisting(creation.inputs.s3Bucket) ? null : bucketOf(creation)),
    logGroup: (creation) => {
      const { cloudWatchLogsGroup: group } = creation.inputs;
      if (!isMap(group) || group.enable === false || isExisting(group)) return null;
      const name = text(argsOf(group).name) || named(creation, "log-group");
      return { ...argsOf(group), id: name, name, arn: arn(creation, "logs", `log-group:${name}`) };
    },
  },
});

function bucketOf(creation: Creation): PropertyMap {
  const id = bucketName(creation);
  return { ...argsOf(creation.inputs.s3Bucket), id, bucket: id, arn: bucketArn(creation, id) };
}

function bucketName(creation: Creation): string {
  const { s3Bucket } = creation.inputs;
  if (!isExisting(s3Bucket)) return text(argsOf(s3Bucket).bucket) || named(creation, "bucket").toLowerCase();
  const { name, arn: given } = (s3Bucket as { readonly existing: PropertyMap }).existing;
  return text(name) || text(given).split(":").at(-1)!;
}

const bucketArn = (creation: Creation, name: string) => arn(creation, "s3", name, { region: true, account: true });

/** As the provider names what is left unnamed. */
const named = (creation: Creation, salt: string) => `${creation.name}-${hex(creation, 7, salt)}`;

const isMap = (value: PropertyValue | undefined): value is PropertyMap =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isExisting = (value: PropertyValue | undefined) => isMap(value) && isMap(value.existing);
const argsOf = (value: PropertyValue | undefined): PropertyMap => (isMap(value) && isMap(value.args) ? value.args : {});
