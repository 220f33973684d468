import { answer, requireCaller } from "../shared/answer";

/** Who the caller is, as the authorizer said: the token is not read again. */
export const handler = answer(async (request) => ({ status: 200, body: requireCaller(request) }));
