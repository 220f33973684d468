import { randomUUID } from "node:crypto";
import { answer } from "../shared/answer";
import { required } from "../shared/environment";
import { respond } from "./respond";
import { dynamoOrderStore } from "./store";

const store = dynamoOrderStore(required("ORDERS_TABLE"));
const newId = () => `${Date.now().toString(36).padStart(9, "0")}-${randomUUID()}`;

export const handler = answer((request) => respond(request, { store, newId, now: () => new Date() }));
