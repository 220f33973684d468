import type { Control } from "../control";
import { httpDomains, restDomains } from "../model/edge-types";
import { type Properties, type Reading, read } from "../reading";
import type { Resource } from "../resource";

/**
 * The policies whose minimum is TLS 1.2 or 1.3. Legacy `TLS_1_2`; the enhanced ones name their minimum: `TLS13_1_2_...`
 * and `TLS13_1_3_...` in a region, `TLS12_..._EDGE` and `TLS13_..._EDGE` at the edge.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html
 */
const modern = /^(TLS_1_2|SecurityPolicy_TLS13_1_[23](_\w+)?|SecurityPolicy_TLS1[23]_(\w+_)?EDGE)$/;

export const domainTls12: Control = {
  id: "domain-tls12",
  title: "A custom domain takes no connection below TLS 1.2.",
  severity: "high",
  level: "mandatory",
  types: [...restDomains, ...httpDomains],
  why: "Whoever sits on the line could have client and API agree on TLS 1.0, which has been broken, and read tokens.",
  fix: "Set securityPolicy to TLS_1_2, or for REST APIs to one of the TLS 1.3 policies.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html",
  elsewhere: {
    checkov: "CKV_AWS_206",
    trivy: "AWS-0005",
    "cfn-nag": "W62",
    "security-hub": "APIGateway.11",
    mondoo: "apigatewayv2-domain-tls-1-2",
  },
  checkResource: (domain) =>
    policiesOf(domain).flatMap((policy) => {
      const reason = whyOld(policy);
      return reason === undefined ? [] : [`Clients may connect to this domain with an old version of TLS: ${reason}.`];
    }),
};

function policiesOf({ type, properties }: Resource): readonly Reading[] {
  if (restDomains.includes(type)) return [read(properties, "securityPolicy")];
  const listed = read(properties, "domainNameConfigurations");
  if (listed.state !== "known" || !Array.isArray(listed.value) || listed.value.length === 0)
    return [policyAt(properties, listed.state === "unknown" ? "domainNameConfigurations" : "domainNameConfiguration")];
  return listed.value.map((_, index) => policyAt(properties, "domainNameConfigurations", index));
}

function policyAt(properties: Properties, ...path: readonly (string | number)[]): Reading {
  return read(properties, ...path, "securityPolicy");
}

function whyOld(policy: Reading): string | undefined {
  switch (policy.state) {
    case "absent":
      return "securityPolicy is absent, so that nothing but AWS's default decides";
    case "unknown":
      return "securityPolicy is not known before the deployment";
    case "known":
      return modern.test(String(policy.value)) ? undefined : "securityPolicy is neither TLS_1_2 nor one for TLS 1.3";
  }
}
