import { answer } from "../shared/answer";

export const handler = answer(async () => ({ status: 200, body: { status: "ok" } }));
