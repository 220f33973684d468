import { dynamoOrderStore } from "../orders/store";
import { required } from "../shared/environment";
import { stream } from "../shared/stream";
import { respond } from "./respond";

const store = dynamoOrderStore(required("ORDERS_TABLE"));

export const handler = stream((request) => respond(request, store.all));
