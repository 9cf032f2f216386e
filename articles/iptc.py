"""IPTC-IIM: the numbered records that agencies have written since the nineties, each of at most some dozen bytes."""

PHOTOSHOP_RESOURCE = 0x0404
TIFF_TAG = 33723
UTF8 = b"\x1b%G"


def read(image):
    """The records of a picture, as lists of texts by (record, number)."""
    resources = image.info.get("photoshop")
    block = resources.get(PHOTOSHOP_RESOURCE) if isinstance(resources, dict) else None
    block = block or getattr(image, "tag_v2", {}).get(TIFF_TAG)
    if not isinstance(block, bytes):
        return {}
    records = list(_records(block))
    declared = any(value.startswith(UTF8) for key, value in records if key == (1, 90))
    texts = {}
    for key, value in records:
        texts.setdefault(key, []).append(decoded(value, declared))
    return texts


def decoded(value, is_utf8=False):
    """Text in UTF-8, or in what Windows called ANSI; a cut may have gone through a letter that is said to be UTF-8."""
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("utf-8", "ignore") if is_utf8 else value.decode("cp1252", "ignore")


def _records(block):
    """What stands before the first thing that is no record; longer records than 32 kB are nobody's caption."""
    at = 0
    while at + 5 <= len(block) and block[at] == 0x1C:
        size = int.from_bytes(block[at + 3 : at + 5])
        end = at + 5 + size
        if size > 0x7FFF or end > len(block):
            return
        yield (block[at + 1], block[at + 2]), block[at + 5 : end]
        at = end
