import { HttpApi } from "./apis/http-api";
import { RestApi } from "./apis/rest-api";
import { planAuthorizers } from "./authorizers/plan-authorizers";
import { catalogue } from "./catalogue";
import { bundleFunctions } from "./compute/bundle";
import { Functions } from "./compute/functions";
import { Triggers } from "./compute/triggers";
import { loadSettings, secretOf } from "./config/load";
import { Identity } from "./identity/identity";
import { stackOutputs } from "./outputs/stack-outputs";

// Whatever can be wrong with them ends the program here, before anything is registered.
const settings = loadSettings(catalogue);
const bundles = bundleFunctions(catalogue.functions);

const triggers = new Triggers("triggers", { catalogue, settings, bundles });
const identity = new Identity("identity", { catalogue, settings, triggers, secretOf });
const { userPool, clientIds, issuer } = identity;

const functions = new Functions("functions", {
  catalogue,
  settings,
  bundles,
  issuer: { userPoolId: userPool.id, clientIds },
});

const authorizers = {
  plans: planAuthorizers(catalogue.authorizers, settings.authorizers),
  userPoolArn: userPool.arn,
  issuer,
  audiences: clientIds,
  functions: functions.byName,
};
const rest = new RestApi("rest", { catalogue, settings, authorizers });
const http = new HttpApi("http", { catalogue, settings, authorizers });

export = stackOutputs({ settings, identity, rest, http });
