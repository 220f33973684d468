import { createHash } from "node:crypto";
import { type Creation, simulator } from "../../simulator";
import { arn, invocation, partition, regional, tagged, text } from "../shapes";

const functionArn = (creation: Creation): string => arn(creation, "lambda", `function:${text(creation.inputs.name)}`);

const version = ({ inputs }: Creation): string => (inputs.publish === true ? "1" : "$LATEST");

const codeHash = ({ inputs: { code, imageUri, s3Bucket, s3Key, s3ObjectVersion } }: Creation): string =>
  createHash("sha256")
    .update(JSON.stringify([code, imageUri, s3Bucket, s3Key, s3ObjectVersion]))
    .digest("base64");

function vpcOfFunction({ inputs: { vpcConfig }, lookup }: Creation): string {
  const subnets = typeof vpcConfig === "object" && !Array.isArray(vpcConfig) ? vpcConfig?.subnetIds : undefined;
  return Array.isArray(subnets) ? text(lookup("aws:ec2/subnet:Subnet", text(subnets[0]))?.vpcId) : "";
}

/**
 * Nothing is zipped here: the code's hash is one of its description, asset hashes included, and its size is 0.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/lambda/function/
 */
export const lambdaFunction = simulator("aws:lambda/function:Function", {
  autoName: { property: "name", maxLength: 64 },
  defaults: {
    memorySize: 128,
    packageType: "Zip",
    publish: false,
    reservedConcurrentExecutions: -1,
    skipDestroy: false,
    timeout: 3,
  },
  id: ({ inputs }) => text(inputs.name),
  computed: {
    ...regional,
    ...tagged,
    architectures: () => ["x86_64"],
    arn: functionArn,
    codeSha256: codeHash,
    ephemeralStorage: () => ({ size: 512 }),
    invokeArn: (creation) => invocation(creation, functionArn(creation)),
    lastModified: () => "2026-01-01T00:00:00.000+0000",
    loggingConfig: ({ inputs }) => ({ logFormat: "Text", logGroup: `/aws/lambda/${text(inputs.name)}` }),
    qualifiedArn: (creation) => `${functionArn(creation)}:${version(creation)}`,
    qualifiedInvokeArn: (creation) => invocation(creation, `${functionArn(creation)}:${version(creation)}`),
    responseStreamingInvokeArn: (creation) =>
      `arn:${partition(creation.region)}:apigateway:${creation.region}:lambda:path/2021-11-15/functions/${functionArn(creation)}/response-streaming-invocations`,
    signingJobArn: () => "",
    signingProfileVersionArn: () => "",
    sourceCodeHash: codeHash,
    sourceCodeSize: () => 0,
    tracingConfig: () => ({ mode: "PassThrough" }),
    version,
  },
  computedWithin: { vpcConfig: { vpcId: vpcOfFunction } },
});
