"""The reasons why text was set aside or changed, in words that the interface translates."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """The reason why a line of a page is no part of its article."""

    __hash__ = str.__hash__  # That of Enum is a function in Python, and pages ask for it often.

    ADVERTISING = "advertising"
    COMMENTS = "comments"
    CONTACT = "contact"
    COOKIES = "cookies"
    COPYRIGHT = "copyright"
    CREDIT = "credit"
    CROSS_LINK = "cross-link"
    DESCRIPTION = "description"
    IMAGE = "image"
    INTERFACE = "interface"
    LEARNT = "repeated in this source"
    METADATA = "metadata"
    MARKUP = "markup"
    OUTSIDE = "outside the article"
    REPEATED_PARAGRAPH = "repeated paragraph"
    REPEATED_TITLE = "repeated title"
    RULE = "rule"
    SOCIAL = "social"
    SUBSCRIPTION = "subscription"
    TAGS = "tags"
    TEASER = "teaser"
    TECHNICAL = "technical"
    UNLIKE = "unlike the article"
    URL = "url"


MISSING_SPACE = "missing space"
HYPHEN = "hyphen at a line end"
MOJIBAKE = "encoding"
SLIP = "likely slip"
