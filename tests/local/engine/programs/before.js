const { note, recordClient } = require("../../../support/engine/record");

note("argv", process.argv.slice(1));
note("cwd", process.cwd());
note("environment", Object.fromEntries(Object.entries(process.env).filter(([key]) => /^PULUMI_/.test(key))));
recordClient(require("@pulumi/pulumi/proto/resource_grpc_pb").ResourceMonitorClient);
recordClient(require("@pulumi/pulumi/proto/engine_grpc_pb").EngineClient);
