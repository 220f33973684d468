import type { Settings } from "../config/schema";

const sources = {
  authEvents: { role: "auth-events", eventSource: "userAuthEvents", logLevel: "INFO" },
  deliveryErrors: { role: "delivery-errors", eventSource: "userNotification", logLevel: "ERROR" },
} as const;

/**
 * Which of the user pool's own logs are kept, each in a log group of its own.
 * @param prefix what tells this pool's log groups from others in the account and region
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/exporting-quotas-and-usage.html
 */
export const planLogExport = ({ userPool }: Settings, prefix: string) =>
  userPool.logExport.map((log) => {
    const { role, eventSource, logLevel } = sources[log];
    return {
      role,
      // Under this path one resource policy serves every log that AWS delivers; elsewhere each adds to it, up to a limit of 5,120 characters.
      // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html
      // The group may not be encrypted with a KMS key of one's own.
      // https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CloudWatchLogsConfigurationType.html
      group: { name: `/aws/vendedlogs/cognito/${prefix}/${role}`, ownKey: false },
      delivery: { eventSource, logLevel },
    };
  });
