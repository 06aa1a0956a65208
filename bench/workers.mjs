// The workers that are measured, written into a folder: a handler of about 500 lines as people write them, one of about
// 10,000 lines made of the same parts, a Hub listing, and a worker full of faults. Deterministic: the same text in every run.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const HEAD = `"""Text to image worker: one model, several samplers, results to a bucket."""

import base64
import io
import json
import logging
import os
import time
from dataclasses import dataclass, field

import requests
import runpod
import torch
from runpod.serverless.utils.rp_validator import validate

LOG = logging.getLogger("worker")

MODEL_ID = os.environ.get("MODEL_ID", "stabilityai/sdxl-turbo")
BUCKET_URL = os.environ.get("BUCKET_ENDPOINT_URL")
MAX_PIXELS = int(os.environ.get("MAX_PIXELS", "2097152"))
REQUEST_TIMEOUT = 30
RETRIES = 3

SCHEMA = {
    "prompt": {"type": str, "required": True},
    "negative_prompt": {"type": str, "required": False, "default": ""},
    "width": {"type": int, "required": False, "default": 1024, "constraints": lambda value: 64 <= value <= 2048},
    "height": {"type": int, "required": False, "default": 1024, "constraints": lambda value: 64 <= value <= 2048},
    "steps": {"type": int, "required": False, "default": 4},
    "seed": {"type": int, "required": False, "default": 0},
}


@dataclass
class Settings:
    """What one job asks for, checked."""

    prompt: str
    negative_prompt: str = ""
    width: int = 1024
    height: int = 1024
    steps: int = 4
    seed: int = 0
    tags: list = field(default_factory=list)

    @property
    def pixels(self):
        # Width and height are bounded one by one, the product is not.
        return self.width * self.height

    @classmethod
    def from_job(cls, values):
        known = {name: values[name] for name in cls.__dataclass_fields__ if name in values}
        return cls(**known)


def load_model(model_id):
    """Loads the weights onto the card; called once, when the worker starts."""
    started = time.time()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    weights = torch.load(f"/models/{model_id}.pt", map_location=device)
    LOG.info("loaded %s on %s in %.1f s", model_id, device, time.time() - started)
    return weights


MODEL = load_model(MODEL_ID)
`;

const PART = (name, number) => `

class ${capital(name)}Sampler:
    """Steps of the ${name} schedule, number ${number}."""

    order = ${(number % 3) + 1}

    def __init__(self, steps, strength=0.${(number % 8) + 1}):
        self.steps = steps
        self.strength = strength
        self.history = []

    def schedule(self):
        # Even spacing is enough for distilled models.
        span = max(1, self.steps - 1)
        return [index / span * self.strength for index in range(self.steps)]

    def step(self, latents, noise, index):
        scale = self.schedule()[index]
        if index % self.order:
            latents = latents - noise * scale
        else:
            latents = latents + noise * (1 - scale)
        self.history.append({"index": index, "scale": scale})
        return latents


def run_${name}_${number}(settings, progress=None):
    """Runs the sampler and reports how far it is."""
    sampler = ${capital(name)}Sampler(settings.steps)
    generator = torch.Generator().manual_seed(settings.seed + ${number})
    latents = torch.randn((1, 4, settings.height // 8, settings.width // 8), generator=generator)
    for index in range(settings.steps):
        noise = MODEL["unet"](latents, index)
        latents = sampler.step(latents, noise, index)
        if progress is not None and index % 2 == 0:
            progress(f"{index + 1} of {settings.steps}")
    return MODEL["vae"](latents)


def describe_${name}_${number}(settings, elapsed):
    """What is told beside the picture."""
    words = settings.prompt.split()
    summary = {
        "sampler": "${name}",
        "size": [settings.width, settings.height],
        "words": len(words),
        "elapsed": round(elapsed, 3),
    }
    if settings.negative_prompt:
        summary["negative"] = settings.negative_prompt[:80]
    for tag in settings.tags:
        summary.setdefault("tags", []).append(tag.strip().lower())
    return summary


def fetch_${name}_${number}(url):
    """Fetches a picture to start from, with a few retries."""
    failure = None
    for attempt in range(RETRIES):
        try:
            response = requests.get(url, timeout=REQUEST_TIMEOUT)
            response.raise_for_status()
            return response.content
        except requests.RequestException as error:
            failure = error
            LOG.warning("attempt %d of %d failed: %s", attempt + 1, RETRIES, error)
            time.sleep(2**attempt)
    raise RuntimeError(f"could not fetch {url}: {failure}")
`;

const TAIL = (last) => `

def encode(picture):
    buffer = io.BytesIO()
    picture.save(buffer, format="PNG")
    data = buffer.getvalue()
    if len(data) > 7_000_000:
        raise ValueError("the picture is too large for a response")
    return base64.b64encode(data).decode("ascii")


def handler(job):
    """One job: checks the input, draws, answers."""
    checked = validate(job["input"], SCHEMA)
    if "errors" in checked:
        return {"error": json.dumps(checked["errors"])}
    settings = Settings.from_job(checked["validated_input"])
    if settings.pixels > MAX_PIXELS:
        return {"error": f"{settings.pixels} pixels are more than {MAX_PIXELS}"}
    started = time.time()
    try:
        picture = run_${last}(settings)
    except RuntimeError as error:
        LOG.exception("drawing failed")
        return {"error": str(error)}
    return {"image": encode(picture), "about": describe_${last}(settings, time.time() - started)}


if __name__ == "__main__":
    runpod.serverless.start({"handler": handler})
`;

const NAMES = ['euler', 'heun', 'ancestral', 'karras', 'lms', 'dpm', 'unipc', 'ddim'];

/** About as many lines, from the same parts. */
export function handlerOf(lines) {
  let text = HEAD;
  let last = '';
  for (let number = 0; lineCount(text) < lines - lineCount(TAIL('')); number++) {
    const name = NAMES[number % NAMES.length];
    text += PART(name, number);
    last = `${name}_${number}`;
  }
  return text + TAIL(last);
}

/** A Hub listing with about as many lines. */
export function hubOf(lines) {
  const env = Array.from({ length: Math.ceil((lines - 20) / 12) }, (_, number) => ({
    key: `OPTION_${number}`,
    input: {
      name: `Option ${number}`,
      type: number % 2 ? 'string' : 'number',
      description: `What the worker does with option ${number}.`,
      default: number % 2 ? 'on' : number,
      required: false,
      advanced: true,
    },
  }));
  const hub = {
    title: 'Benchmark worker',
    description: 'Draws pictures from words.',
    type: 'serverless',
    category: 'image',
    iconUrl: 'https://example.com/icon.png',
    config: { runsOn: 'GPU', containerDiskInGb: 20, gpuCount: 1, gpuIds: 'ADA_24', env },
  };
  return `${JSON.stringify(hub, undefined, 2)}\n`;
}

/** Of each step four rules find something. */
const FAULTS_PER_STEP = 4;
const STEPS_PER_FILE = 10;

/** The files of a worker with at least as many findings, by path; most of them in `steps_0.py` and those that follow. */
export function faultyWorker(findings) {
  const steps = Array.from({ length: Math.ceil(findings / FAULTS_PER_STEP) }, (_, number) => ({
    number,
    module: `steps_${Math.floor(number / STEPS_PER_FILE)}`,
  }));
  const modules = [...new Set(steps.map(({ module }) => module))];
  const files = modules.map((module) => {
    const own = steps.filter((step) => step.module === module);
    return [`${module}.py`, `import subprocess\n${own.map(({ number }) => faultyStep(number)).join('')}`];
  });
  const imports = modules.map((module) => `import ${module}\n`).join('');
  const calls = steps.map(({ module, number }) => `    results.append(${module}.step_${number}(job))\n`).join('');
  const handler = `import runpod\n\n${imports}

def handler(job):
    results = []
${calls}    return {"results": results}


if __name__ == "__main__":
    runpod.serverless.start({"handler": handler})
`;
  return Object.fromEntries([['handler.py', handler], ...files]);
}

const faultyStep = (number) => `

def step_${number}(job):
    size = job["input"]["size_${number}"]
    prompt = job["prompt_${number}"]
    subprocess.run(["pip", "install", "package-${number}"])
    return [prompt, size]
`;

export function writeWorker(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function lineCount(text) {
  return text.split('\n').length - 1;
}

function capital(word) {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
