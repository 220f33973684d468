import { createHash } from "node:crypto";
import { text } from "../../../aws/shapes";
import type { Invoke } from "../../../simulator";

/** The zone of a name always exists here, with an id made from the name. @see https://www.pulumi.com/registry/packages/aws/api-docs/route53/getzone/ */
export const getZone: Invoke = {
  token: "aws:route53/getZone:getZone",
  run: (args) => {
    const name = text(args.name).replace(/\.$/, "");
    const hash = createHash("sha256").update(name).digest("hex").toUpperCase();
    const zoneId = text(args.zoneId) || `Z${hash.slice(0, 20)}`;
    const nameServers = ["com", "net", "org", "co.uk"].map(
      (domain, index) => `ns-${512 * index + 1}.awsdns-0${index}.${domain}`,
    );
    return {
      arn: `arn:aws:route53:::hostedzone/${zoneId}`,
      callerReference: hash.slice(0, 32),
      comment: "",
      enableAcceleratedRecovery: false,
      id: zoneId,
      linkedServiceDescription: "",
      linkedServicePrincipal: "",
      name,
      nameServers,
      primaryNameServer: nameServers[0]!,
      privateZone: args.privateZone ?? false,
      resourceRecordSetCount: 2,
      tags: args.tags ?? {},
      zoneId,
    };
  },
};
