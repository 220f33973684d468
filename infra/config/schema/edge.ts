import { z } from "zod";
import { cidr, domainName, setOf, text, whole } from "../fields";

const apiDomain = z
  .strictObject({
    name: domainName(),
    hostedZoneId: text("the id of a Route 53 hosted zone", /^Z[A-Z0-9]{1,31}$/),
    /** First part of the paths below the domain. Absent: none. */
    basePath: text("a path part such as v1", /^[A-Za-z0-9_-]{1,128}$/).optional(),
    /**
     * Clients must show a certificate of these authorities. A REST API's domain then takes TLS 1.2, too: AWS offers nothing stricter with it.
     * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html
     */
    mutualTls: z
      .strictObject({
        /** A PEM bundle in S3. */
        truststore: text("an S3 URI such as s3://bucket/truststore.pem", /^s3:\/\/[a-z0-9.-]{3,63}\/\S+$/),
        version: text("the version of that object", /^\S+$/).optional(),
      })
      .optional(),
  })
  .optional();

/** What stands before the APIs. */
export const edge = z.strictObject({
  /** The REST API's own domain; its default endpoint is then off. Absent: the default endpoint. */
  rest: apiDomain,
  /** The HTTP API's own domain; its default endpoint is then off. Absent: the default endpoint. */
  http: apiDomain,
  /** A web ACL before the REST API's stage: AWS's managed rules, and requests of one address in five minutes. HTTP APIs can have none. */
  firewall: z.strictObject({ requestsPerAddress: whole("requests in five minutes", 10, 2_000_000_000) }).optional(),
  /** Usage plans with an API key each, by partner: throttling, never authorization. */
  partners: z.record(
    text("letters and digits, a letter first", /^[A-Za-z][A-Za-z0-9]{0,63}$/),
    z.strictObject({
      requestsPerSecond: whole("requests a second", 1, 10_000),
      burst: whole("requests", 1, 5_000),
      /** Absent: no quota. */
      requestsPerMonth: whole("requests a month", 1, 2_000_000_000).optional(),
    }),
  ),
  /**
   * From where the REST API may be called at all: any of these. Absent: from everywhere.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html
   */
  callers: z
    .strictObject({
      /** Of callers who sign with IAM; a token shows no account. */
      accounts: setOf(text("an AWS account id", /^\d{12}$/), "a list of AWS account ids"),
      /** One or more make the API private: its address then exists behind these endpoints alone. */
      vpcEndpoints: setOf(text("a VPC endpoint id", /^vpce-[0-9a-f]{8,17}$/), "a list of VPC endpoint ids"),
      addresses: setOf(cidr(), "a list of CIDR blocks"),
    })
    .optional(),
});
