import { simulator } from "../../simulator";
import { regional } from "../shapes";

/**
 * Its id is the moment at which the certificate was issued.
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/acm/certificatevalidation/
 */
export const certificateValidation = simulator("aws:acm/certificateValidation:CertificateValidation", {
  id: () => "2026-01-01 00:00:00 +0000 UTC",
  computed: { ...regional },
});
