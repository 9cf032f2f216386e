"""Reading an agency's dispatch as it is pasted: a headline, paragraphs, and who sent it."""

import re
from dataclasses import dataclass
from html import escape

# « (AFP) », « (Reuters) » at the very end; a longer bracket is a sentence of its own.
SENDER = re.compile(r"\s*\(([^\W\d_][\w .’'-]{1,29})\)\s*\.?\s*$")


@dataclass(frozen=True)
class Dispatch:
    headline: str
    paragraphs: list[str]
    agency: str

    @property
    def body(self):
        return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in self.paragraphs)


def read(pasted):
    """Take a dispatch apart: its first line, the rest as paragraphs, and the agency that closes it in brackets."""
    lines = [line.strip() for line in pasted.replace("\r\n", "\n").replace("\r", "\n").strip().split("\n")]
    headline, rest = lines[0], "\n".join(lines[1:]).strip()
    sender = SENDER.search(rest)
    if sender:
        rest = rest[: sender.start()].rstrip()
    # Without a blank line each line is a paragraph.
    separator = r"\n{2,}" if "\n\n" in rest else r"\n"
    paragraphs = [" ".join(part.split()) for part in re.split(separator, rest) if part.strip()]
    return Dispatch(headline, paragraphs, sender[1] if sender else "")
