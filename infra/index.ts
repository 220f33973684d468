import { checkLimits } from "./apis/check-limits";
import { HttpApi } from "./apis/http-api";
import { RestApi } from "./apis/rest-api";
import { planAuthorizers } from "./authorizers/plan-authorizers";
import { catalogue } from "./catalogue";
import { bundleFunctions } from "./compute/bundle";
import { Functions } from "./compute/functions";
import { Logs } from "./compute/logs";
import { Queues } from "./compute/queues";
import { Triggers } from "./compute/triggers";
import { loadSettings, secretOf } from "./config/load";
import { Edge } from "./edge/edge";
import { resourcePolicy } from "./edge/resource-policy";
import { Identity } from "./identity/identity";
import { Network } from "./network/network";
import { planNetwork } from "./network/plan-network";
import { Observability } from "./observability/observability";
import { Parameters } from "./outputs/parameters";
import { satisfying } from "./outputs/satisfying";
import { stackOutputs } from "./outputs/stack-outputs";

// Whatever can be wrong with them ends the program here, before anything is registered.
const settings = loadSettings(catalogue);
const plans = planAuthorizers(catalogue.authorizers, settings.authorizers);
checkLimits({ catalogue, settings, authorizers: plans });
const bundles = bundleFunctions(catalogue.functions);

const logs = new Logs("logs", { settings });
const triggers = new Triggers("triggers", { catalogue, settings, logs, bundles });
const identity = new Identity("identity", { catalogue, settings, logs, triggers, secretOf });
const { userPool, clientIds, issuer } = identity;

const functions = new Functions("functions", {
  catalogue,
  settings,
  logs,
  bundles,
  issuer: { userPoolId: userPool.id, clientIds },
});

const queues = new Queues("queues", { catalogue });
const networkPlan = planNetwork(settings);
const network = networkPlan && new Network("network", { plan: networkPlan });
const targets = {
  functions: functions.byName,
  queues: queues.byName,
  upstreams: settings.upstreams,
  ...(network && { network }),
};

const authorizers = {
  plans,
  userPoolArn: userPool.arn,
  issuer,
  clientIds,
  functions: functions.byName,
};
const policy = resourcePolicy("rest", settings.edge);
const rest = new RestApi("rest", { catalogue, settings, logs, authorizers, targets, ...(policy && { policy }) });
const http = new HttpApi("http", { catalogue, settings, logs, authorizers, targets });
const edge = new Edge("edge", { settings, rest, http });

const observability = new Observability("observability", {
  catalogue,
  settings,
  rest,
  http,
  functions,
  triggers,
  userPool,
  queues,
});

const outputs = satisfying(stackOutputs({ settings, identity, network, rest, http, queues, edge, observability }));
if (settings.consumers.parameters) new Parameters("parameters", { outputs, settings, catalogue });

export = outputs;
