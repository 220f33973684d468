import { once } from "node:events";
import { createServer } from "node:net";
import { CommandFault } from "./fault";

/**
 * Looks at the port before the program runs, so that nobody waits for a program that cannot be served.
 * @throws {CommandFault} when something listens there
 */
export async function requireFreePort(port: number): Promise<void> {
  const probe = createServer();
  probe.listen(port, "127.0.0.1");
  try {
    await once(probe, "listening");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    const message = `Port ${port} is in use; end what listens there, or let --port give the first of other ports; 0 takes free ones.`;
    throw new CommandFault(message, { cause: error });
  } finally {
    probe.close();
  }
}
