import {
  credentials,
  type handleUnaryCall,
  Server,
  ServerCredentials,
  type ServiceError,
  type sendUnaryData,
  status,
} from "@grpc/grpc-js";

/** The largest message, in bytes, that either side takes: 400 MB, as in Pulumi. */
const maximumMessage = 400 * 1024 * 1024;

const messageLimits = {
  "grpc.max_receive_message_length": maximumMessage,
  "grpc.max_send_message_length": maximumMessage,
};

/** An answer that says no: the program sees its message as the reason of a rejected promise, and may go on. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly code: status = status.UNKNOWN,
  ) {
    super(message);
  }
}

/** For a call that the real engine leaves unanswered because the run is over. */
export const unanswered: Promise<never> = new Promise(() => {});

/**
 * Wraps a handler of plain promises. A `Refusal` becomes the gRPC error that the caller sees; any other error ends the
 * run, and the caller gets no answer, as from the real engine.
 */
export const unary =
  (onFault: (fault: unknown) => void) =>
  <Request, Response>(handle: (request: Request) => Promise<Response> | Response): handleUnaryCall<Request, Response> =>
  async (call, callback: sendUnaryData<Response>) => {
    try {
      callback(null, await handle(call.request));
    } catch (fault) {
      if (fault instanceof Refusal) callback({ code: fault.code, details: fault.message });
      else onFault(fault);
    }
  };

/** Sends one request and waits for its answer. */
export const ask = <Response>(
  send: (callback: (error: ServiceError | null, response: Response) => void) => unknown,
): Promise<Response> =>
  new Promise((resolve, reject) => {
    send((error, response) => (error ? reject(error) : resolve(response)));
  });

/** `undefined` when the other side does not know the call. */
export async function askIfKnown<Response>(send: Parameters<typeof ask<Response>>[0]): Promise<Response | undefined> {
  try {
    return await ask(send);
  } catch (error) {
    if ((error as ServiceError).code === status.UNIMPLEMENTED) return undefined;
    throw error;
  }
}

/** What a gRPC error says, without the number and name of its code. */
export const reasonOf = (error: unknown): string =>
  (error as Partial<ServiceError>).details || (error instanceof Error ? error.message : String(error));

/** Makes a client of one of Pulumi's services on this machine. */
export const connect = <Client>(
  make: new (address: string, security: ReturnType<typeof credentials.createInsecure>, options: object) => Client,
  address: string,
): Client => new make(address, credentials.createInsecure(), messageLimits);

export const makeServer = (): Server => new Server(messageLimits);

/** Starts to listen on a free port of 127.0.0.1, and gives its address. */
export const listen = (server: Server): Promise<string> =>
  new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) =>
      error ? reject(error) : resolve(`127.0.0.1:${port}`),
    );
  });
