import { type Creation, simulator } from "../../simulator";
import { arn, hex, regional, tagged, text, uuid } from "../shapes";

const certificateArn = (creation: Creation): string => arn(creation, "acm", `certificate/${uuid(creation)}`);

function domainsOf({ inputs: { domainName, subjectAlternativeNames } }: Creation): string[] {
  const others = Array.isArray(subjectAlternativeNames) ? subjectAlternativeNames.map(text) : [];
  return [...new Set([text(domainName), ...others])].filter(Boolean);
}

const validationRecord = (creation: Creation, domain: string) => {
  const base = domain.replace(/^\*\./, "");
  return {
    domainName: domain,
    resourceRecordName: `_${hex(creation, 32, `name ${base}`)}.${base}.`,
    resourceRecordType: "CNAME",
    resourceRecordValue: `_${hex(creation, 32, `value ${base}`)}.${hex(creation, 10, base)}.acm-validations.aws.`,
  };
};

/**
 * A certificate waits for its validation record, as it does in AWS.
 * @see https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/acm/certificate/
 */
export const certificate = simulator("aws:acm/certificate:Certificate", {
  id: certificateArn,
  computed: {
    ...regional,
    ...tagged,
    arn: certificateArn,
    domainValidationOptions: (creation) => domainsOf(creation).map((domain) => validationRecord(creation, domain)),
    keyAlgorithm: () => "RSA_2048",
    notAfter: () => "",
    notBefore: () => "",
    options: () => ({ certificateTransparencyLoggingPreference: "ENABLED", export: "DISABLED" }),
    pendingRenewal: () => false,
    renewalEligibility: () => "INELIGIBLE",
    renewalSummaries: () => [],
    status: ({ inputs }) => (inputs.certificateBody === undefined ? "PENDING_VALIDATION" : "ISSUED"),
    subjectAlternativeNames: domainsOf,
    type: ({ inputs }) => (inputs.certificateBody === undefined ? "AMAZON_ISSUED" : "IMPORTED"),
    validationEmails: () => [],
    validationMethod: () => "NONE",
  },
  secrets: ["privateKey", "privateKeyWo"],
});
