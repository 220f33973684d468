/** A refusal of SQS. Both protocols carry the same, under different names. */
export class SqsFault extends Error {
  constructor(
    /** As the JSON protocol names it, such as `QueueDoesNotExist`. */
    readonly type: string,
    message: string,
    /** As the query protocol names it. */
    readonly queryCode = type,
    readonly status = 400,
  ) {
    super(message);
  }
}

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html */
export const faults = {
  noQueue: () =>
    new SqsFault("QueueDoesNotExist", "The specified queue does not exist.", "AWS.SimpleQueueService.NonExistentQueue"),
  missing: (parameter: string) =>
    new SqsFault("MissingParameter", `The request must contain the parameter ${parameter}.`),
  invalid: (message: string) => new SqsFault("InvalidParameterValue", message),
  batch: (type: "EmptyBatchRequest" | "TooManyEntriesInBatchRequest" | "BatchEntryIdsNotDistinct", message: string) =>
    new SqsFault(type, message, `AWS.SimpleQueueService.${type}`),
  notInFlight: () =>
    new SqsFault(
      "MessageNotInflight",
      "The specified message isn't in flight.",
      "AWS.SimpleQueueService.MessageNotInflight",
    ),
  unknownAction: (action: string) =>
    new SqsFault(
      "UnknownOperationException",
      `The action ${action || "without a name"} is not simulated locally.`,
      "InvalidAction",
    ),
} as const;
