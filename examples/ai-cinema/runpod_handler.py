"""AI Cinema: turns a short story into scenes with pictures and a narrator's voice."""

import os
import tempfile

import boto3
import runpod
import torch
from diffusers import StableDiffusionXLPipeline
from transformers import pipeline

logger = runpod.RunPodLogger()


class Studio:
    """All models of the pipeline. They are large, so they are loaded when the first film is ordered."""

    def __init__(self):
        self.writer = None
        self.painter = None
        self.narrator = None

    def open(self):
        if self.painter is not None:
            return
        logger.info("Loading all models, this takes a few minutes")
        self.writer = pipeline("text-generation", model="Qwen/Qwen2.5-7B-Instruct", device_map="auto")
        self.painter = StableDiffusionXLPipeline.from_pretrained(
            "stabilityai/stable-diffusion-xl-base-1.0",
            torch_dtype=torch.float16,
        ).to("cuda")
        self.narrator = pipeline("text-to-speech", model="suno/bark-small", device=0)


studio = Studio()


def write_scenes(story, count):
    prompt = f"Split this story into {count} scenes, one line each:\n{story}\n"
    text = studio.writer(prompt, max_new_tokens=400, return_full_text=False)[0]["generated_text"]
    return [line.strip() for line in text.splitlines() if line.strip()][:count]


def upload(path, name):
    bucket = os.environ["BUCKET_NAME"]
    client = boto3.client("s3", endpoint_url=os.environ["BUCKET_ENDPOINT_URL"])
    client.upload_file(path, bucket, name)
    return client.generate_presigned_url("get_object", Params={"Bucket": bucket, "Key": name}, ExpiresIn=86400)


def paint(scene, job_id, number):
    image = studio.painter(prompt=scene, num_inference_steps=30).images[0]
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        image.save(file.name)
        return upload(file.name, f"{job_id}/scene-{number}.png")


def handler(event):
    input_data = event["input"]
    story = input_data.get("story")
    if not story:
        return {"error": "story is missing"}

    studio.open()

    scenes = []
    for number, text in enumerate(write_scenes(story, input_data.get("scenes", 4)), start=1):
        scenes.append({"text": text, "image_url": paint(text, event["id"], number)})
    return {"scenes": scenes}


if __name__ == "__main__":
    runpod.serverless.start({"handler": handler})
