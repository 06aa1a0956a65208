// The bundle dist/json.js: the JSON language features, loaded by server.node.ts when a client first asks for them.

export { createJsonService } from '../lsp/json-service';
