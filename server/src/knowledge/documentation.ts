// Which documentation the rules follow, and which version of the product this is.

/** Put in by the build, from package.json. */
declare const __VERSION__: string;

export const TOOL_NAME = 'runpod-compliance';
export const TOOL_VERSION: string = __VERSION__;

/** Date of the last change of https://github.com/runpod/docs that was read. */
export const DOCUMENTATION_DATE = '2026-08-20';
