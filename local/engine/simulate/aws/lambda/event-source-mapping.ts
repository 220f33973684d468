import { simulator } from "../../simulator";
import { arn, created, regional, tagged, text, uuid } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/lambda/eventsourcemapping/ */
export const eventSourceMapping = simulator("aws:lambda/eventSourceMapping:EventSourceMapping", {
  id: (creation) => uuid(creation),
  computed: {
    ...regional,
    ...tagged,
    arn: (creation) => arn(creation, "lambda", `event-source-mapping:${creation.id}`),
    functionArn: (creation) => {
      const name = text(creation.inputs.functionName);
      return name.startsWith("arn:") ? name : arn(creation, "lambda", `function:${name}`);
    },
    lastModified: () => created,
    lastProcessingResult: () => "No records processed",
    maximumRecordAgeInSeconds: () => -1,
    maximumRetryAttempts: () => -1,
    parallelizationFactor: () => 1,
    state: () => "Enabled",
    stateTransitionReason: () => "User action",
    uuid: ({ id }) => id,
  },
});
