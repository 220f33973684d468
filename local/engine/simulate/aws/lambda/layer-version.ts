import { createHash } from "node:crypto";
import { type Creation, simulator } from "../../simulator";
import { arn, regional, text } from "../shapes";

const layerArn = (creation: Creation): string => arn(creation, "lambda", `layer:${text(creation.inputs.layerName)}`);

const codeHash = ({ inputs: { code, s3Bucket, s3Key, s3ObjectVersion } }: Creation): string =>
  createHash("sha256")
    .update(JSON.stringify([code, s3Bucket, s3Key, s3ObjectVersion]))
    .digest("base64");

/**
 * Nothing is zipped here: the hash is one of the code's description, and the size is 0.
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/lambda/layerversion/
 */
export const layerVersion = simulator("aws:lambda/layerVersion:LayerVersion", {
  id: (creation) => `${layerArn(creation)}:1`,
  computed: {
    ...regional,
    arn: (creation) => `${layerArn(creation)}:1`,
    layerArn,
    version: () => "1",
    createdDate: () => "2026-01-01T00:00:00.000+0000",
    codeSha256: codeHash,
    sourceCodeHash: codeHash,
    sourceCodeSize: () => 0,
    signingJobArn: () => "",
    signingProfileVersionArn: () => "",
  },
});
