import { type Creation, simulator } from "../../simulator";
import { arn, invocation, regional, text } from "../shapes";

/** The function may be given by name or by ARN. */
function aliasArn(creation: Creation): string {
  const name = text(creation.inputs.functionName).split(":function:").pop();
  return arn(creation, "lambda", `function:${name}:${text(creation.inputs.name)}`);
}

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/lambda/alias/ */
export const alias = simulator("aws:lambda/alias:Alias", {
  autoName: { property: "name", maxLength: 128 },
  id: aliasArn,
  computed: {
    ...regional,
    arn: aliasArn,
    invokeArn: (creation) => invocation(creation, aliasArn(creation)),
  },
});
