"""Tool tips that show every character as it is.

Qt takes a text for HTML if it looks like it, and names and titles of foreign articles may look like anything.
"""

from html import escape


def plain_tooltip(text: str) -> str:
    """`text` as a tool tip that shows it literally and wraps it; empty for an empty text."""
    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>" if text else ""
