"""What a job may ask for."""

INPUT_SCHEMA = {
    "prompt": {"type": str, "required": True},
    "width": {"type": int, "required": False, "default": 512},
    "height": {"type": int, "required": False, "default": 512},
    "steps": {"type": int, "required": False, "default": 2},
    "seed": {"type": int, "required": False, "default": 0},
}

LONGEST_PROMPT = 500
SMALLEST_SIDE = 256
LARGEST_SIDE = 1024


def out_of_range(values, max_steps):
    """Says what is wrong with a job, or None. The SDK's validator does not check constraints of keys with a default."""
    if len(values["prompt"]) > LONGEST_PROMPT:
        return f"prompt is longer than {LONGEST_PROMPT} characters."
    for side in ("width", "height"):
        if not SMALLEST_SIDE <= values[side] <= LARGEST_SIDE or values[side] % 8:
            return f"{side} must be a multiple of 8 from {SMALLEST_SIDE} to {LARGEST_SIDE}."
    if not 1 <= values["steps"] <= max_steps:
        return f"steps must be from 1 to {max_steps}."
    return None
