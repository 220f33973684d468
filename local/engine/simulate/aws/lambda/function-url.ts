import { simulator } from "../../simulator";
import { arn, regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/lambda/functionurl/ */
export const functionUrl = simulator("aws:lambda/functionUrl:FunctionUrl", {
  id: ({ inputs: { functionName, qualifier } }) => [functionName, qualifier].map(text).filter(Boolean).join("/"),
  computed: {
    ...regional,
    functionArn: (creation) => {
      const { functionName, qualifier } = creation.inputs;
      const parts = [text(functionName).split(":function:").pop(), text(qualifier)].filter(Boolean);
      return arn(creation, "lambda", `function:${parts.join(":")}`);
    },
    functionUrl: ({ region, unique }) => `https://${unique(32)}.lambda-url.${region}.on.aws/`,
    urlId: ({ unique }) => unique(32),
  },
});
