"""Paints a picture from a prompt with SDXL Turbo."""

import base64
import io
import os

import runpod
import torch
from diffusers import AutoPipelineForText2Image
from runpod.serverless.utils.rp_validator import validate

from schema import INPUT_SCHEMA, out_of_range

MODEL_DIR = "/models/sdxl-turbo"
IMAGE_FORMAT = os.environ.get("IMAGE_FORMAT", "PNG")
MAX_STEPS = int(os.environ.get("MAX_STEPS", "4"))

# The endpoint's /run takes 10 MB; the rest of the answer needs a little of it.
MAX_IMAGE_BYTES = 9 * 1024 * 1024

log = runpod.RunPodLogger()


def load_pipeline():
    pipeline = AutoPipelineForText2Image.from_pretrained(
        MODEL_DIR,
        torch_dtype=torch.float16,
        variant="fp16",
        local_files_only=True,
    )
    return pipeline.to("cuda")


# Before start(): the worker takes jobs only once the model is in memory.
PIPELINE = load_pipeline()


def paint(values):
    generator = torch.Generator("cuda").manual_seed(values["seed"])
    result = PIPELINE(
        prompt=values["prompt"],
        width=values["width"],
        height=values["height"],
        num_inference_steps=values["steps"],
        guidance_scale=0.0,
        generator=generator,
    )
    return result.images[0]


def encode(image):
    buffer = io.BytesIO()
    image.save(buffer, format=IMAGE_FORMAT)
    return base64.b64encode(buffer.getvalue()).decode("ascii")


def handler(job):
    checked = validate(job["input"], INPUT_SCHEMA)
    if "errors" in checked:
        return {"error": "; ".join(checked["errors"]), "error_code": "INVALID_INPUT"}
    values = checked["validated_input"]

    problem = out_of_range(values, MAX_STEPS)
    if problem:
        return {"error": problem, "error_code": "OUT_OF_RANGE"}

    try:
        image = paint(values)
    except torch.cuda.OutOfMemoryError:
        log.error("Out of GPU memory", job["id"])
        torch.cuda.empty_cache()
        return {
            "error": "The picture does not fit into GPU memory.",
            "error_code": "OUT_OF_MEMORY",
            "refresh_worker": True,
        }
    except Exception as error:
        log.error(f"Painting failed: {type(error).__name__}", job["id"])
        torch.cuda.empty_cache()
        raise

    encoded = encode(image)
    if len(encoded) > MAX_IMAGE_BYTES:
        return {"error": "The picture is larger than an answer may be.", "error_code": "RESULT_TOO_LARGE"}

    log.info(f"Painted {image.width}x{image.height}", job["id"])
    return {
        "image": encoded,
        "format": IMAGE_FORMAT,
        "width": image.width,
        "height": image.height,
        "seed": values["seed"],
    }


if __name__ == "__main__":
    runpod.serverless.start({"handler": handler})
