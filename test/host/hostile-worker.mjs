// A worker whose every name and string is meant to do harm where it is shown: markup, Markdown, links to commands, quotes, text
// that runs backwards, and lines of 10,000 characters. Whatever of it runs leaves a mark in the window.

export const MARK = 'runpodWasHere';

const RUN = `top.${MARK}=1`;
const IMAGE = `<img src=x onerror=${RUN}>`;
const SCRIPT = `<script>${RUN}</script>`;
const MARKDOWN = '[x](command:workbench.action.closeWindow) ![y](https://evil.example/y.png) **b** `` | #';
const QUOTES = `'&quot;"><svg onload=${RUN}>`;
const BACKWARDS = '\u202egnp.exe\u2066 קובץ';
const LONG = 'x'.repeat(10_000);

export const FOLDER = `evil ${IMAGE} ${BACKWARDS} 'q' **b** [x](command:workbench.action.closeWindow)`;
/** Found through hub.json beside it. */
export const HANDLER = `worker ${IMAGE} ${BACKWARDS}.py`;

const text = (value) => JSON.stringify(value);

export const FILES = {
  [HANDLER]: `import os
import runpod

TITLE = os.environ[${text(`A${IMAGE}`)}]


def handler(job):
    first = job["input"][${text(IMAGE)}]
    second = job["input"][${text(SCRIPT)}]
    third = job["input"][${text(MARKDOWN)}]
    fourth = job["input"][${text(QUOTES)}]
    fifth = job["input"][${text(BACKWARDS)}]
    sixth = job["input"][${text(LONG)}]
    if job[${text(IMAGE + MARKDOWN)}]: exit(${text(LONG + SCRIPT + BACKWARDS)})
    return [first, second, third, fourth, fifth, sixth, TITLE]


runpod.serverless.start({"handler": handler, ${text(IMAGE + QUOTES)}: 1})
`,
  '.runpod/hub.json': `${JSON.stringify(
    {
      title: SCRIPT + BACKWARDS,
      description: LONG + MARKDOWN,
      type: 'serverless',
      category: IMAGE,
      [QUOTES]: SCRIPT,
      config: {
        runsOn: 'GPU',
        containerDiskInGb: 20,
        gpuCount: 1,
        gpuIds: `${IMAGE},${MARKDOWN}`,
        env: [{ key: `E${QUOTES}`, input: { name: SCRIPT, type: IMAGE, description: BACKWARDS } }],
      },
    },
    undefined,
    2,
  )}\n`,
  '.runpod/tests.json': `${JSON.stringify({ tests: [{ name: SCRIPT, input: {}, [IMAGE]: MARKDOWN }], config: {} })}\n`,
  Dockerfile: `FROM python:3.11 # ${SCRIPT}\nCOPY . /\nCMD ["python", "-u", ${text(`/${IMAGE}.py`)}]\n`,
  'requirements.txt': `runpod # ${SCRIPT}\n${IMAGE}\n`,
};
