"""FastBackend: text to image and image captions from one endpoint."""

import base64
import io
import time
from datetime import datetime, timezone

import runpod

import environment

VERSION = "1.0.0-fast"
STARTED_AT = time.time()
ENVIRONMENT_READY = False


def prepare():
    """Makes sure that packages and models are there before they are used."""
    global ENVIRONMENT_READY
    if not ENVIRONMENT_READY:
        environment.setup_environment()
        ENVIRONMENT_READY = True


def health():
    return {
        "status": "healthy",
        "version": VERSION,
        "uptime": round(time.time() - STARTED_AT),
        "environment_ready": ENVIRONMENT_READY,
    }


def generate(job_input):
    pipeline = environment.MODELS["image"]
    image = pipeline(
        prompt=job_input["prompt"],
        negative_prompt=job_input.get("negative_prompt", ""),
        width=job_input.get("width", 1024),
        height=job_input.get("height", 1024),
        num_inference_steps=job_input.get("steps", 30),
    ).images[0]

    buffer = io.BytesIO()
    image.save(buffer, format="PNG")
    return {
        "status": "success",
        "image": base64.b64encode(buffer.getvalue()).decode("utf-8"),
        "width": image.width,
        "height": image.height,
    }


def caption(job_input):
    if "image_url" not in job_input:
        return {"status": "error", "message": "image_url is required"}
    result = environment.MODELS["caption"](job_input["image_url"])
    return {"status": "success", "caption": result[0]["generated_text"]}


def handler(job):
    job_input = job.get("input", {})
    operation = job_input.get("operation", "generate")
    print(f"Job {job.get('id')}: {operation}")

    try:
        if operation == "health":
            return health()
        if operation == "ping":
            return {"status": "success", "message": "pong"}
        if operation == "echo":
            return {"status": "success", "data": job_input}

        prepare()
        if operation == "generate":
            return generate(job_input)
        if operation == "caption":
            return caption(job_input)
        return {"status": "error", "message": f"Unknown operation: {operation}"}
    except Exception as e:
        print(f"Job failed: {e}")
        return {
            "status": "error",
            "message": str(e),
            "timestamp": datetime.now(timezone.utc).isoformat(),
        }


if __name__ == "__main__":
    print(f"FastBackend {VERSION} starts")
    runpod.serverless.start({"handler": handler})
