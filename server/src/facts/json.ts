// What a JSON file says. The tree is plain data already, so its rows are the tree itself.

export type {
  JsonArray,
  JsonBoolean,
  JsonError,
  JsonErrorCode,
  JsonFile,
  JsonNull,
  JsonNumber,
  JsonObject,
  JsonProperty,
  JsonScalar,
  JsonString,
  JsonValue,
} from '../syntax/json';

export { parseJson } from '../syntax/json';
