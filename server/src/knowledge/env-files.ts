// Names of files that hold environment variables with their values.
// Source: docs.docker.com/compose/how-tos/environment-variables, github.com/motdotla/dotenv (2026-11).

/** `.env`, `.env.production`, `.env.local`. */
export const ENV_FILE = /^\.env(?:\.[\w-]+)*$/;

/** Templates without values. */
export const ENV_TEMPLATE = /\.(?:example|sample|template|dist|defaults?|schema|tpl|vault)$/i;
