import { restTls } from "../apis/plan-rest-endpoint";
import type { Settings } from "../config/schema";

export type ApiDomain = NonNullable<Settings["edge"]["rest"]>;

/** What serves a domain: the region's endpoint, over IPv4 and IPv6. */
const addresses = "dualstack";

/**
 * A REST API's domain. TLS 1.3, or 1.2 with mutual TLS, which AWS does not offer together.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html
 */
export const planRestDomain = (domain: ApiDomain) => ({
  domainName: domain.name,
  endpointConfiguration: { types: "REGIONAL", ipAddressType: addresses },
  securityPolicy: "TLS_1_2",
  ...restTls(domain),
  ...mutual(domain),
});

/**
 * An HTTP API's domain. Nothing but TLS 1.2 and up can be had.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-custom-domain-names.html
 */
export const planHttpDomain = (domain: ApiDomain) => ({
  domainName: domain.name,
  domainNameConfiguration: { endpointType: "REGIONAL", ipAddressType: addresses, securityPolicy: "TLS_1_2" },
  ...mutual(domain),
});

/** Where callers go, in place of the default endpoint; no slash at the end. */
export const urlOf = ({ name, basePath }: ApiDomain) =>
  `https://${name}${basePath === undefined ? "" : `/${basePath}`}`;

const mutual = ({ mutualTls }: ApiDomain) =>
  mutualTls && {
    mutualTlsAuthentication: {
      truststoreUri: mutualTls.truststore,
      ...(mutualTls.version !== undefined && { truststoreVersion: mutualTls.version }),
    },
  };
