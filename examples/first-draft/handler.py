"""Finds the keywords of a text."""

import re
from collections import Counter

import runpod

STOP_WORDS = {"the", "and", "for", "that", "with", "from", "this", "are", "was", "not"}


def keywords(text, limit=5):
    words = re.findall(r"[a-z]{3,}", text.lower())
    counts = Counter(word for word in words if word not in STOP_WORDS)
    return [word for word, _ in counts.most_common(limit)]


def handler(event, context):
    text = event["input"].get("text", "")
    if not text:
        return {"error": "text is missing"}
    return {"keywords": keywords(text)}


runpod.serverless.start(handler)
