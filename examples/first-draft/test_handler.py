"""Run with pytest."""

from handler import keywords


def test_keywords_come_by_frequency():
    assert keywords("red green red blue green red") == ["red", "green", "blue"]


def test_stop_words_are_left_out():
    assert keywords("the sun and the moon") == ["sun", "moon"]
