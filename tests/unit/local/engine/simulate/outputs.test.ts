import assert from "node:assert/strict";
import type { PropertyMap, PropertyValue } from "../../../../../local/engine/model";
import { simulation } from "../../../../../local/engine/simulate";
import { fileOf } from "../../../../../local/engine/simulate/folder-map";
import type { Simulator } from "../../../../../local/engine/simulate/simulator";
import { type Made, make } from "./sample";

const simulatorOf = (type: string): Simulator => {
  const found = simulation.simulators.get(type);
  assert.ok(found, `${type} has no simulator`);
  return found;
};

interface Row {
  readonly why: string;
  readonly type: string;
  readonly inputs?: PropertyMap;
  readonly made?: Made;
  readonly expected: PropertyMap;
}

const orders = { path: "/orders" };
const socket = { "aws:apigatewayv2/api:Api a1b2c3d4e5": { protocolType: "WEBSOCKET" } };

const rows: readonly Row[] = [
  { why: "a resource below the root", type: "aws:apigateway/resource:Resource", expected: { path: "/orders" } },
  {
    why: "a resource below another continues its path",
    type: "aws:apigateway/resource:Resource",
    inputs: { parentId: "abc123", pathPart: "{id}" },
    made: { "aws:apigateway/resource:Resource abc123": orders },
    expected: { path: "/orders/{id}" },
  },
  {
    why: "a REST stage has its name in its URL",
    type: "aws:apigateway/stage:Stage",
    expected: {
      invokeUrl: "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/v1",
      executionArn: "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/v1",
    },
  },
  {
    why: "the default stage of an HTTP API is served from the root",
    type: "aws:apigatewayv2/stage:Stage",
    inputs: { name: "$default" },
    expected: { invokeUrl: "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/", deploymentId: "" },
  },
  {
    why: "another stage of an HTTP API has its name in its URL",
    type: "aws:apigatewayv2/stage:Stage",
    inputs: { name: "v2" },
    expected: { invokeUrl: "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/v2" },
  },
  {
    why: "a stage of a WebSocket API",
    type: "aws:apigatewayv2/stage:Stage",
    inputs: { name: "v2" },
    made: socket,
    expected: { invokeUrl: "wss://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/v2" },
  },
  {
    why: "an HTTP integration waits 30 seconds",
    type: "aws:apigatewayv2/integration:Integration",
    expected: { timeoutMilliseconds: 30000, payloadFormatVersion: "1.0" },
  },
  {
    why: "a WebSocket integration waits 29 seconds",
    type: "aws:apigatewayv2/integration:Integration",
    made: socket,
    expected: { timeoutMilliseconds: 29000 },
  },
  {
    why: "a route is open unless it says otherwise, even with an authorizer's id",
    type: "aws:apigatewayv2/route:Route",
    inputs: { authorizerId: "abc123" },
    expected: { authorizationType: "NONE" },
  },
  {
    why: "a REST authorizer keeps answers for 300 seconds unless it says otherwise",
    type: "aws:apigateway/authorizer:Authorizer",
    expected: { authorizerResultTtlInSeconds: 300, identitySource: "method.request.header.Authorization" },
  },
  {
    why: "an HTTP JWT authorizer keeps no answers",
    type: "aws:apigatewayv2/authorizer:Authorizer",
    inputs: { authorizerType: "JWT", identitySources: ["$request.header.Authorization"] },
    expected: { authorizerResultTtlInSeconds: 0 },
  },
  {
    why: "an HTTP Lambda authorizer keeps answers by its identity sources",
    type: "aws:apigatewayv2/authorizer:Authorizer",
    inputs: { authorizerType: "REQUEST", identitySources: ["$request.header.Authorization"] },
    expected: { authorizerResultTtlInSeconds: 300 },
  },
  {
    why: "scopes are named after their server",
    type: "aws:cognito/resourceServer:ResourceServer",
    expected: { scopeIdentifiers: ["orders/read", "orders/write"] },
  },
  {
    why: "a confidential client has a secret of 52 characters",
    type: "aws:cognito/userPoolClient:UserPoolClient",
    inputs: { generateSecret: true },
    expected: { clientSecret: `<${"?".repeat(50)}>` },
  },
  {
    why: "a public client has none",
    type: "aws:cognito/userPoolClient:UserPoolClient",
    expected: { clientSecret: "" },
  },
  {
    why: "a setting that is given wins over AWS's default",
    type: "aws:cognito/userPool:UserPool",
    inputs: { userPoolTier: "PLUS", tags: { team: "identity" } },
    expected: { userPoolTier: "PLUS", tagsAll: { team: "identity" }, mfaConfiguration: "OFF" },
  },
  {
    why: "an edge domain is served by CloudFront",
    type: "aws:apigateway/domainName:DomainName",
    inputs: { certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/x" },
    expected: { regionalDomainName: "", cloudfrontZoneId: "Z2FDTNDATAQYW2" },
  },
  {
    why: "an unpublished function has no version",
    type: "aws:lambda/function:Function",
    inputs: { name: "orders" },
    expected: {
      qualifiedArn: "arn:aws:lambda:eu-west-1:123456789012:function:orders:$LATEST",
      invokeArn:
        "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations",
      timeout: 3,
    },
  },
  {
    why: "a function in subnets is in their VPC",
    type: "aws:lambda/function:Function",
    inputs: { vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: [] } },
    made: { "aws:ec2/subnet:Subnet subnet-1": { vpcId: "vpc-1" } },
    expected: { vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: [], vpcId: "vpc-1" } },
  },
  {
    why: "an alias of a function that is given by its ARN",
    type: "aws:lambda/alias:Alias",
    inputs: { functionName: "arn:aws:lambda:eu-west-1:123456789012:function:orders", name: "live" },
    expected: { arn: "arn:aws:lambda:eu-west-1:123456789012:function:orders:live" },
  },
  {
    why: "a usage plan's key is the API key",
    type: "aws:apigateway/usagePlanKey:UsagePlanKey",
    made: { "aws:apigateway/apiKey:ApiKey k1k2k3k4k5": { name: "partner", value: "abc" } },
    expected: { name: "partner", value: "abc" },
  },
  {
    why: "a queue's made-up name ends as a FIFO queue's must",
    type: "aws:sqs/queue:Queue",
    inputs: { fifoQueue: true },
    expected: { name: "one-0a1b2c3.fifo", deduplicationScope: "queue" },
  },
  {
    why: "a relative record takes its zone's name",
    type: "aws:route53/record:Record",
    inputs: { name: "api" },
    made: { "aws:route53/zone:Zone Z0123456789ABCDEFGHIJ": { name: "example.com" } },
    expected: { fqdn: "api.example.com" },
  },
  {
    why: "a parameter's ARN has one slash",
    type: "aws:ssm/parameter:Parameter",
    inputs: { name: "/shop/issuer" },
    expected: { arn: "arn:aws:ssm:eu-west-1:123456789012:parameter/shop/issuer" },
  },
  {
    why: "a table without a stream has no stream's ARN",
    type: "aws:dynamodb/table:Table",
    expected: { streamArn: "" },
  },
  {
    why: "a subnet knows its zone by name and by id",
    type: "aws:ec2/subnet:Subnet",
    inputs: { availabilityZone: "eu-west-1b" },
    expected: { availabilityZone: "eu-west-1b", availabilityZoneId: "euw1-az2" },
  },
  {
    why: "a load balancer is in the VPC of its subnets",
    type: "aws:lb/loadBalancer:LoadBalancer",
    inputs: { subnets: ["subnet-1"] },
    made: { "aws:ec2/subnet:Subnet subnet-1": { vpcId: "vpc-1" } },
    expected: { vpcId: "vpc-1", loadBalancerType: "application", internal: false },
  },
  {
    why: "a trail that names its topic shows the topic's ARN",
    type: "aws:cloudtrail/trail:Trail",
    inputs: { snsTopicName: "alerts" },
    expected: { snsTopicArn: "arn:aws:sns:eu-west-1:123456789012:alerts", homeRegion: "eu-west-1" },
  },
  {
    why: "a component's trail writes to the bucket that it is given",
    type: "awsx:cloudtrail:Trail",
    inputs: { name: "audit", s3Bucket: { existing: { arn: "arn:aws:s3:::records" } }, isMultiRegionTrail: true },
    expected: { bucket: null, logGroup: null },
  },
];

describe("simulated outputs", () => {
  for (const { why, type, inputs, made, expected } of rows) {
    it(why, () => {
      const { outputs } = make(simulatorOf(type), { inputs, made });
      const found = Object.fromEntries(Object.keys(expected).map((key) => [key, outputs[key]]));
      assert.deepEqual(found, expected);
    });
  }

  it("AWS's additions to an object stand beside what was given", () => {
    const inputs = {
      domainNameConfiguration: { certificateArn: "c", endpointType: "REGIONAL", securityPolicy: "TLS_1_2" },
    };
    const { outputs } = make(simulatorOf("aws:apigatewayv2/domainName:DomainName"), { inputs });
    const { hostedZoneId, targetDomainName, ...rest } = outputs.domainNameConfiguration as PropertyMap;
    assert.match(String(targetDomainName), /^d-[a-z0-9]{10}\.execute-api\.eu-west-1\.amazonaws\.com$/);
    assert.match(String(hostedZoneId), /^Z[A-Z0-9]{13}$/);
    assert.deepEqual(rest, inputs.domainNameConfiguration);
  });

  it("a web ACL or address list for CloudFront lives in us-east-1", () => {
    for (const type of ["aws:wafv2/webAcl:WebAcl", "aws:wafv2/ipSet:IpSet"]) {
      const { outputs } = make(simulatorOf(type), { inputs: { scope: "CLOUDFRONT" } });
      assert.match(String(outputs.arn), /^arn:aws:wafv2:us-east-1:123456789012:global\/(webacl|ipset)\/one-0a1b2c3\//);
    }
  });

  it("an interface endpoint has a network interface in each subnet, and names of its own", () => {
    const { id, outputs } = make(simulatorOf("aws:ec2/vpcEndpoint:VpcEndpoint"), { inputs: { subnetIds: ["a", "b"] } });
    assert.equal(new Set(outputs.networkInterfaceIds as string[]).size, 2);
    const [entry] = outputs.dnsEntries as PropertyMap[];
    assert.match(
      String(entry?.dnsName),
      new RegExp(`^${id}-[a-z0-9]{8}\\.execute-api\\.eu-west-1\\.vpce\\.amazonaws\\.com$`),
    );
  });

  it("a certificate asks for one record a domain, and for the same one for a wildcard and its base", () => {
    const inputs = { domainName: "example.com", subjectAlternativeNames: ["*.example.com", "api.example.com"] };
    const { outputs } = make(simulatorOf("aws:acm/certificate:Certificate"), { inputs });
    const records = outputs.domainValidationOptions as PropertyMap[];
    assert.deepEqual(
      records.map(({ domainName }) => domainName),
      ["example.com", "*.example.com", "api.example.com"],
    );
    assert.equal(records[0]!.resourceRecordName, records[1]!.resourceRecordName);
    assert.notEqual(records[0]!.resourceRecordName, records[2]!.resourceRecordName);
  });

  it("a function's code hash follows its code", () => {
    const hash = (text: string) =>
      make(simulatorOf("aws:lambda/function:Function"), { inputs: { code: { text } } }).outputs.sourceCodeHash;
    assert.match(String(hash("a")), /^[A-Za-z0-9+/]{43}=$/);
    assert.equal(hash("a"), hash("a"));
    assert.notEqual(hash("a"), hash("b"));
  });

  for (const { why, inputs, expected } of [
    {
      why: "a network load balancer",
      inputs: { loadBalancerType: "network", internal: true },
      expected: /^one-0a1b2c3-[0-9a-f]{16}\.elb\.eu-west-1\.amazonaws\.com$/,
    },
    {
      why: "an internal application load balancer",
      inputs: { internal: true },
      expected: /^internal-one-0a1b2c3-\d{10}\.eu-west-1\.elb\.amazonaws\.com$/,
    },
    {
      why: "an application load balancer for the internet",
      inputs: {},
      expected: /^one-0a1b2c3-\d{10}\.eu-west-1\.elb\.amazonaws\.com$/,
    },
  ])
    it(`${why} has the DNS name of its kind`, () =>
      assert.match(
        String(make(simulatorOf("aws:lb/loadBalancer:LoadBalancer"), { inputs }).outputs.dnsName),
        expected,
      ));

  it("a component's trail has its own inputs, and a bucket that it makes", () => {
    const inputs = { isMultiRegionTrail: true, s3Bucket: { args: { bucket: "records" } } };
    const { trail, bucket } = make(simulatorOf("awsx:cloudtrail:Trail"), { inputs }).outputs as Record<
      string,
      PropertyMap
    >;
    assert.match(String(trail!.arn), /^arn:aws:cloudtrail:eu-west-1:123456789012:trail\/one-[0-9a-f]{7}$/);
    assert.deepEqual([trail!.isMultiRegionTrail, trail!.s3BucketName], [true, "records"]);
    assert.deepEqual([bucket!.bucket, bucket!.arn], ["records", "arn:aws:s3:::records"]);
  });

  it("a component's subnets are one a zone and kind", () => {
    const inputs = { numberOfAvailabilityZones: 2, subnetSpecs: [{ type: "Isolated" }, { type: "Public" }] };
    const { outputs } = make(simulatorOf("awsx:ec2:Vpc"), { inputs });
    const counts = ["publicSubnetIds", "privateSubnetIds", "isolatedSubnetIds"].map(
      (key) => new Set(outputs[key] as PropertyValue[]).size,
    );
    assert.deepEqual(counts, [2, 0, 2]);
  });

  for (const [type, secrets] of [
    ["aws:cognito/userPoolClient:UserPoolClient", ["clientSecret"]],
    ["aws:cognito/user:User", ["password", "temporaryPassword"]],
    ["aws:apigateway/apiKey:ApiKey", ["value"]],
    ["aws:apigateway/usagePlanKey:UsagePlanKey", ["value"]],
    ["aws:apigateway/domainName:DomainName", ["certificatePrivateKey"]],
    ["aws:acm/certificate:Certificate", ["privateKey", "privateKeyWo"]],
    ["aws:secretsmanager/secretVersion:SecretVersion", ["secretBinary", "secretString", "secretStringWo"]],
    ["aws:ssm/parameter:Parameter", ["value", "valueWo"]],
  ] as const) {
    it(`${type} hides ${secrets.join(", ")}`, () => assert.deepEqual(simulatorOf(type).secrets, secrets));
  }
});

describe("fileOf", () => {
  for (const [token, file] of [
    ["aws:cognito/userPool:UserPool", "aws/cognito/user-pool"],
    ["aws:cognito/userPoolUICustomization:UserPoolUICustomization", "aws/cognito/user-pool-ui-customization"],
    ["aws:apigatewayv2/api:Api", "aws/apigatewayv2/api"],
    ["aws:index/getRegion:getRegion", "aws/get-region"],
    ["awsx:ec2:Vpc", "awsx/ec2/vpc"],
    ["pulumi:pulumi:Stack", "pulumi/pulumi/stack"],
    ["aws:../x:Y", undefined],
    ["nonsense", undefined],
  ] as const) {
    it(`${token} is ${file ?? "no module"}`, () => assert.equal(fileOf(token), file));
  }

  it("a type that nothing simulates is not there", () => {
    assert.equal(simulation.simulators.get("aws:neptune/cluster:Cluster"), undefined);
    assert.equal(simulation.simulators.has("aws:cognito/userPool:Other"), false);
  });
});
