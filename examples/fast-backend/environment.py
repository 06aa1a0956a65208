"""Sets up what the handler needs: packages from PyPI and models from Hugging Face."""

import os
import subprocess
import sys

from packages import EXTRA_PACKAGES

CACHE_DIR = "/tmp/models"
MODELS = {}


def install_packages():
    subprocess.check_call([
        sys.executable, "-m", "pip", "install", "--quiet",
        "torch==2.7.1", "diffusers==0.34.0", "transformers==4.53.2",
    ])
    for package in EXTRA_PACKAGES:
        print(f"Installing {package}")
        subprocess.run(["pip", "install", "--quiet", package], check=True)


def setup_environment():
    """Installs the packages and loads the models. Half a minute where the disk is warm, several where it is not."""
    os.makedirs(CACHE_DIR, exist_ok=True)
    install_packages()

    import torch
    from diffusers import StableDiffusionXLPipeline
    from transformers import pipeline

    MODELS["image"] = StableDiffusionXLPipeline.from_pretrained(
        "stabilityai/stable-diffusion-xl-base-1.0",
        torch_dtype=torch.float16,
        variant="fp16",
        cache_dir=CACHE_DIR,
    ).to("cuda")
    MODELS["caption"] = pipeline(
        "image-to-text",
        model="Salesforce/blip-image-captioning-base",
        device=0,
    )
