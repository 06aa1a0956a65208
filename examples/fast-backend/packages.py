"""Packages that the models want beyond the core ones."""

EXTRA_PACKAGES = [
    "accelerate",
    "safetensors",
    "peft", "albumentations" --upgrade "opencv-python-headless",
    "sentencepiece",
]
