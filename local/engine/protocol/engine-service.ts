import type { Server } from "@grpc/grpc-js";
import { EngineService, type IEngineServer } from "@pulumi/pulumi/proto/engine_grpc_pb";
import {
  GetRootResourceResponse,
  LogSeverity,
  RequirePulumiVersionResponse,
  SetRootResourceResponse,
} from "@pulumi/pulumi/proto/engine_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Diagnostic } from "../contract";
import type { Diagnostics } from "../diagnostics";
import { unary } from "./rpc";

const severities: Readonly<Record<LogSeverity, Diagnostic["severity"]>> = {
  [LogSeverity.DEBUG]: "debug",
  [LogSeverity.INFO]: "info",
  [LogSeverity.WARNING]: "warning",
  [LogSeverity.ERROR]: "error",
};

/**
 * Adds the service to which programs and packs log. What the SDK says at debug level, some sixty messages for a few
 * resources, is dropped unless PULUMI_LOCAL_DEBUG is set.
 * @see https://github.com/pulumi/pulumi/blob/master/proto/pulumi/engine.proto
 */
export function addEngineService(server: Server, diagnostics: Diagnostics): void {
  const handler = unary((fault) => diagnostics.report("error", String(fault)));
  const isDebugWanted = Boolean(process.env.PULUMI_LOCAL_DEBUG);
  let root = "";
  const service: IEngineServer = {
    log: handler((request) => {
      const severity = severities[request.getSeverity()];
      if (severity !== "debug" || isDebugWanted)
        diagnostics.report(severity, request.getMessage().trimEnd(), request.getUrn());
      return new Empty();
    }),
    getRootResource: handler(() => {
      const response = new GetRootResourceResponse();
      response.setUrn(root);
      return response;
    }),
    setRootResource: handler((request) => {
      root = request.getUrn();
      return new SetRootResourceResponse();
    }),
    startDebugging: handler(() => new Empty()),
    requirePulumiVersion: handler((request) => {
      diagnostics.report(
        "info",
        `the program asks for Pulumi ${request.getPulumiVersionRange()}; the local engine has no such version and does not check it`,
      );
      return new RequirePulumiVersionResponse();
    }),
  };
  server.addService(EngineService, service);
}
