import { answer } from "../shared/answer";
import { requireCaller } from "../shared/request";

/** Who the caller is, as the authorizer said: the token is not read again. */
export const handler = answer(async (request) => ({ status: 200, body: requireCaller(request) }));
