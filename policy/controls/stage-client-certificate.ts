import type { Control } from "../control";
import { httpStages, restStages } from "../model/edge-types";
import { ofTypes } from "../model/shown";
import { isWebSocketStage } from "../model/stage-settings";
import { read } from "../reading";
import type { Resource } from "../resource";

const message = "A back end of this stage cannot tell API Gateway from anybody else: clientCertificateId is absent.";

export const stageClientCertificate: Control = {
  id: "stage-client-certificate",
  title: "Every stage of a REST or WebSocket API shows its back ends a client certificate.",
  severity: "low",
  level: "advisory",
  types: [...restStages, ...httpStages],
  why: "Whoever knows an HTTP back end's address can call it past the API and its authorizers. Functions have permissions instead.",
  fix: "Declare a ClientCertificate, name it in clientCertificateId, and have the back end check it.",
  source:
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html",
  elsewhere: { checkov: "CKV2_AWS_51", "cdk-nag": "APIGWSSLEnabled", "security-hub": "APIGateway.2" },
  checkResource: (stage) => (restStages.includes(stage.type) && lacksCertificate(stage) ? [message] : []),
  // HTTP APIs have none. Only its API, which is another resource, says whether a stage is a WebSocket's.
  checkStack: (stack) =>
    ofTypes(stack, httpStages)
      .filter((stage) => isWebSocketStage(stack, stage) && lacksCertificate(stage))
      .map(({ urn }) => ({ message, urn })),
};

function lacksCertificate({ properties }: Resource): boolean {
  return read(properties, "clientCertificateId").state === "absent";
}
