// The files that the Hub reads of a repository, and those that people believe it reads.
// Source: https://docs.runpod.io/hub/publishing-guide (2026-08-20).

/** Where there is one in `.runpod/` and one at the root, the former counts. */
export const HUB_FOLDER = '.runpod';

/** Read by name from `.runpod/` or the root. */
export const OVERRIDABLE: readonly string[] = ['hub.json', 'tests.json', 'Dockerfile'];

export type Reader = 'nothing' | 'legacy-project';

/**
 * Files that seem to configure RunPod, and what reads them. `legacy-project`: the commands `runpodctl project` and
 * `runpod project` of the Python SDK's old command line (runpod-python, docs/cli/references/runpod.toml.md and
 * runpod/cli/utils/rp_runpodignore.py, 2026-08-10).
 */
export const UNREAD_CONFIGURATION: Readonly<Record<string, Reader>> = {
  'runpod.yaml': 'nothing',
  'runpod.yml': 'nothing',
  'runpod.toml': 'legacy-project',
  '.runpodignore': 'legacy-project',
};

/** `https://api.runpod.io/badge/OWNER/REPO`. Source: READMEs of github.com/runpod-workers (2026-08). */
export const BADGE_IMAGE = 'https://api.runpod.io/badge/';
export const BADGE_LINK = 'https://console.runpod.io/hub/';
